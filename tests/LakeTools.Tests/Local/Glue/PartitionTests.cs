using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Local.LakeFormation;
using LakeTools.Tests.Permissions;

namespace LakeTools.Tests.Local.Glue;

/// <summary>Partitions of a table in the embedded lake, and the expressions that choose among them.</summary>
public sealed class PartitionTests : IAsyncLifetime
{
    private static readonly (string Year, string City)[] s_partitions =
        [("2024", "Oslo"), ("2025", "Oslo"), ("2025", "Rome"), ("2026", "O'Hara"), ("1000", "Rome"), ("999", "__HIVE_DEFAULT_PARTITION__")];

    private readonly TestLake _lake = new();
    private readonly LakeClients _administrator;

    public PartitionTests() => _administrator = new LakeClients(_lake);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _administrator.Glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = "d" } },
            Cancellation);
        var table = new TableInput
        {
            Name = "t",
            StorageDescriptor = new StorageDescriptor { Columns = Columns() },
            PartitionKeys = [new Column { Name = "year", Type = "int" }, new Column { Name = "city", Type = "string" }],
        };
        await _administrator.Glue.CreateTableAsync(new CreateTableRequest { DatabaseName = "d", TableInput = table }, Cancellation);
        Assert.Empty(await CreateAsync(_administrator, [.. s_partitions.Select(item => Input(item.Year, item.City))]));
    }

    public ValueTask DisposeAsync()
    {
        _administrator.Dispose();
        _lake.Dispose();
        return ValueTask.CompletedTask;
    }

    // Operators: documentation of GetPartitions. Numbers compare as numbers (999 < 1000); an unknown result leaves a partition out.
    [Theory]
    [InlineData("year = 2025", "2025/Oslo 2025/Rome")]
    [InlineData("year = '2025' and city = 'Rome'", "2025/Rome")]
    [InlineData("YEAR < 1000", "999/__HIVE_DEFAULT_PARTITION__")]
    [InlineData("year <= 1000 AND city IS NOT NULL", "1000/Rome")]
    [InlineData("city is null", "999/__HIVE_DEFAULT_PARTITION__")]
    [InlineData("city <> 'Rome'", "2024/Oslo 2025/Oslo 2026/O'Hara")]
    [InlineData("NOT city = 'Rome'", "2024/Oslo 2025/Oslo 2026/O'Hara")]
    [InlineData("city != 'Rome' OR year > 2025", "2024/Oslo 2025/Oslo 2026/O'Hara")]
    [InlineData("city = 'O''Hara'", "2026/O'Hara")]
    [InlineData("city LIKE 'O%'", "2024/Oslo 2025/Oslo 2026/O'Hara")]
    [InlineData("city NOT LIKE '_o%'", "2024/Oslo 2025/Oslo 2026/O'Hara")]
    [InlineData("year IN (999, 2024)", "2024/Oslo 999/__HIVE_DEFAULT_PARTITION__")]
    [InlineData("year NOT IN (999, 2024, 2025)", "1000/Rome 2026/O'Hara")]
    [InlineData("year BETWEEN 2024 AND 2025 AND city = 'Oslo'", "2024/Oslo 2025/Oslo")]
    [InlineData("year = 2024 OR year = 2025 AND city = 'Rome'", "2024/Oslo 2025/Rome")]
    [InlineData("(year = 2024 OR year = 2025) AND city = 'Rome'", "2025/Rome")]
    public async Task An_expression_chooses(string expression, string expected)
    {
        Assert.Equal(expected, string.Join(' ', await NamesAsync(new GetPartitionsRequest { Expression = expression })));
    }

    [Theory]
    [InlineData("year")]
    [InlineData("year = ")]
    [InlineData("year = 2024 AND")]
    [InlineData("(year = 2024")]
    [InlineData("year = 2024)")]
    [InlineData("year = 'x'")]
    [InlineData("a = 1")]
    [InlineData("city = 'Oslo")]
    [InlineData("year = city")]
    [InlineData("year NOT = 2024")]
    public async Task A_broken_expression_is_refused(string expression)
    {
        await Assert.ThrowsAsync<InvalidInputException>(() => NamesAsync(new GetPartitionsRequest { Expression = expression }));
    }

    [Fact]
    public async Task Brackets_without_end_are_refused()
    {
        var expression = new string('(', 900) + "year = 1" + new string(')', 900);
        await Assert.ThrowsAsync<InvalidInputException>(() => NamesAsync(new GetPartitionsRequest { Expression = expression }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    public async Task Pages_hold_all_once(int size)
    {
        Assert.Equal(await NamesAsync(new GetPartitionsRequest()), await NamesAsync(new GetPartitionsRequest { MaxResults = size }));
    }

    [Fact]
    public async Task Segments_hold_all_once()
    {
        var names = new List<string>();
        for (var number = 0; number < 3; number++)
            names.AddRange(await NamesAsync(
                new GetPartitionsRequest { Segment = new Segment { SegmentNumber = number, TotalSegments = 3 } }));
        Assert.Equal((await NamesAsync(new GetPartitionsRequest())).Order(), names.Order());
    }

    [Fact]
    public async Task Entries_of_a_batch_fail_one_by_one()
    {
        var errors = await CreateAsync(_administrator,
            [Input("2030", "Oslo"), Input("2024", "Oslo"), new PartitionInput { Values = ["2031"] }]);
        Assert.Equal(["AlreadyExistsException", "InvalidInputException"], errors.Select(error => error.ErrorDetail.ErrorCode));
        Assert.Equal(["2024", "Oslo"], errors[0].PartitionValues);
        Assert.Equal(["2030/Oslo"], await NamesAsync(new GetPartitionsRequest { Expression = "year > 2026" }));
    }

    /// <summary>Source: API reference, UpdatePartition (Values cannot be changed) and PartitionInput (Values must be specified).</summary>
    [Fact]
    public async Task The_values_of_a_partition_are_named_and_stay()
    {
        List<string> from = ["2024", "Oslo"];
        var before = await NamesAsync(new GetPartitionsRequest());
        foreach (var input in (PartitionInput[])[Input("2023", "Oslo"), new PartitionInput { Parameters = new() { ["a"] = "b" } }])
        {
            await Assert.ThrowsAsync<InvalidInputException>(() => _administrator.Glue.UpdatePartitionAsync(new UpdatePartitionRequest
            {
                DatabaseName = "d", TableName = "t", PartitionValueList = from, PartitionInput = input,
            }, Cancellation));
            var batch = await _administrator.Glue.BatchUpdatePartitionAsync(new BatchUpdatePartitionRequest
            {
                DatabaseName = "d", TableName = "t", Entries = [new() { PartitionValueList = from, PartitionInput = input }],
            }, Cancellation);
            Assert.Equal("InvalidInputException", Assert.Single(batch.Errors).ErrorDetail.ErrorCode);
        }

        Assert.Equal(before, await NamesAsync(new GetPartitionsRequest()));
        Assert.Null((await GetAsync(_administrator, "2024", "Oslo")).Parameters?.GetValueOrDefault("a"));
    }

    [Fact]
    public async Task A_partition_goes_once()
    {
        var delete = new DeletePartitionRequest { DatabaseName = "d", TableName = "t", PartitionValues = ["2024", "Oslo"] };
        await _administrator.Glue.DeletePartitionAsync(delete, Cancellation);
        await Assert.ThrowsAsync<EntityNotFoundException>(() => _administrator.Glue.DeletePartitionAsync(delete, Cancellation));
    }

    [Fact]
    public async Task Whoever_may_not_see_the_table_sees_no_partition_and_a_reader_changes_none()
    {
        const string Reader = $"arn:aws:iam::{LakeArbitrary.Account}:role/reader";
        using var reader = new LakeClients(_lake, Reader);
        await Assert.ThrowsAsync<AccessDeniedException>(() => GetAsync(reader, "2024", "Oslo"));

        var grant = new LakeGrant(Reader, LakeResource.Columns("d", "t", ["a"]), PermissionSet.Select, PermissionSet.None);
        await _administrator.GrantAsync(grant, Cancellation);
        Assert.Equal(["a"], (await GetAsync(reader, "2024", "Oslo")).StorageDescriptor.Columns.Select(column => column.Name));
        await Assert.ThrowsAsync<AccessDeniedException>(() => CreateAsync(reader, [Input("2030", "Oslo")]));
    }

    private static List<Column> Columns() => [new Column { Name = "a", Type = "int" }, new Column { Name = "b", Type = "int" }];

    private static PartitionInput Input(string year, string city) =>
        new() { Values = [year, city], StorageDescriptor = new StorageDescriptor { Columns = Columns() } };

    private static async Task<List<PartitionError>> CreateAsync(LakeClients clients, List<PartitionInput> inputs)
    {
        var request = new BatchCreatePartitionRequest { DatabaseName = "d", TableName = "t", PartitionInputList = inputs };
        return (await clients.Glue.BatchCreatePartitionAsync(request, Cancellation)).Errors ?? [];
    }

    private static async Task<Partition> GetAsync(LakeClients clients, params List<string> values)
    {
        var request = new GetPartitionRequest { DatabaseName = "d", TableName = "t", PartitionValues = values };
        return (await clients.Glue.GetPartitionAsync(request, Cancellation)).Partition;
    }

    private async Task<List<string>> NamesAsync(GetPartitionsRequest request)
    {
        (request.DatabaseName, request.TableName) = ("d", "t");
        var names = new List<string>();
        do
        {
            var page = await _administrator.Glue.GetPartitionsAsync(request, Cancellation);
            names.AddRange((page.Partitions ?? []).Select(partition => string.Join('/', partition.Values)));
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);
        return names;
    }
}
