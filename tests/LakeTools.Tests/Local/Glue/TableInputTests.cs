using LakeTools.Local.Glue;

namespace LakeTools.Tests.Local.Glue;

/// <summary>Tables that contradict their request or their partitions.</summary>
public sealed class TableInputTests : IDisposable
{
    private readonly TestLake _lake = new();
    private readonly ApiDriver _glue;

    public TableInputTests()
    {
        _glue = new ApiDriver(_lake, new GlueApi());
        _glue.Call("CreateDatabase", new { DatabaseInput = new { Name = "d" } });
        _glue.Call("CreateTable", new { DatabaseName = "d", TableInput = Table("t", ["dt"]) });
    }

    /// <summary>UpdateTable may add partition keys, and the partitions keep the values that they have.</summary>
    [Fact]
    public void A_partition_without_a_value_for_a_newer_key_matches_no_expression_on_it()
    {
        Partition("1");
        _glue.Call("UpdateTable", new { DatabaseName = "d", TableInput = Table("t", ["dt", "h"]) });
        Partition("1", "2");
        Assert.Equal(1, Count("h = '2'"));
        Assert.Equal(2, Count("dt = '1'"));
        Assert.Equal(0, Count("h like '3%'"));

        int Count(string expression) => _glue.Call("GetPartitions", new { DatabaseName = "d", TableName = "t", Expression = expression })
            ["Partitions"]!.AsArray().Count;
    }

    [Fact]
    public void A_table_with_two_columns_of_one_name_has_partition_indexes()
    {
        _glue.Call("CreateTable", new { DatabaseName = "d", TableInput = Table("twice", ["k"], ["a", "a", "k"]) });
        _glue.Call("CreatePartitionIndex",
            new { DatabaseName = "d", TableName = "twice", PartitionIndex = new { IndexName = "i", Keys = new[] { "k" } } });
        var index = Assert.Single(_glue.Call("GetPartitionIndexes", new { DatabaseName = "d", TableName = "twice" })
            ["PartitionIndexDescriptorList"]!.AsArray())!;
        Assert.Equal("int", (string?)index["Keys"]![0]!["Type"]);
    }

    [Theory]
    [InlineData("UpdateTable")]
    [InlineData("CreateTable")]
    public void Two_names_of_one_table_are_refused(string operation)
    {
        var input = Table(operation == "CreateTable" ? "u" : "t", ["dt"]);
        Assert.Equal("InvalidInputException", _glue.Refused(operation, new { DatabaseName = "d", Name = "other", TableInput = input }));
        Assert.Equal(["t"], _glue.Call("GetTables", new { DatabaseName = "d" })["TableList"]!.AsArray().Select(t => (string?)t!["Name"]));
        _glue.Call(operation, new { DatabaseName = "d", Name = operation == "CreateTable" ? "U" : "T", TableInput = input });
    }

    public void Dispose() => _lake.Dispose();

    private void Partition(params string[] values) => _glue.Call("CreatePartition",
        new { DatabaseName = "d", TableName = "t", PartitionInput = new { Values = values } });

    private static object Table(string name, string[] keys, string[]? columns = null) => new
    {
        Name = name,
        StorageDescriptor = new { Columns = (columns ?? ["a"]).Select(column => new { Name = column, Type = "string" }) },
        PartitionKeys = keys.Select(key => new { Name = key, Type = name == "twice" ? "int" : "string" }),
    };
}
