using Amazon.Glue.Model;
using Amazon.LakeFormation.Model;
using LakeTools.Tests.Local;
using LakeTools.Tests.Local.LakeFormation;
using RowFilter = Amazon.LakeFormation.Model.RowFilter;

namespace LakeTools.Tests.Definitions;

/// <summary>A lake with a database of two tables, each of which has a partition, an LF-Tag and a data filter.</summary>
internal static class PartsLake
{
    public static async Task<TestLake> MakeAsync(CancellationToken ct)
    {
        var lake = new TestLake();
        var clients = lake.Connect().Clients;
        await clients.LakeFormation.CreateLFTagAsync(new CreateLFTagRequest { TagKey = "k", TagValues = ["x"] }, ct);
        await clients.Glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = "d1" } }, ct);
        foreach (var table in new[] { "t1", "t2" })
        {
            var input = RandomLake.Input("d1", table);
            await clients.Glue.CreateTableAsync(new CreateTableRequest { DatabaseName = "d1", TableInput = input }, ct);
            await clients.Glue.BatchCreatePartitionAsync(new BatchCreatePartitionRequest
            {
                DatabaseName = "d1",
                TableName = table,
                PartitionInputList = [new PartitionInput { Values = ["1"], StorageDescriptor = input.StorageDescriptor }],
            }, ct);
            await clients.LakeFormation.AddLFTagsToResourceAsync(new AddLFTagsToResourceRequest
            {
                Resource = new Resource { Table = new TableResource { DatabaseName = "d1", Name = table } },
                LFTags = [new LFTagPair { TagKey = "k", TagValues = ["x"] }],
            }, ct);
            await clients.LakeFormation.CreateDataCellsFilterAsync(new CreateDataCellsFilterRequest
            {
                TableData = new DataCellsFilter
                {
                    TableCatalogId = TestLake.Account,
                    DatabaseName = "d1",
                    TableName = table,
                    Name = "f",
                    RowFilter = new RowFilter { AllRowsWildcard = new AllRowsWildcard() },
                    ColumnNames = ["a"],
                },
            }, ct);
        }

        return lake;
    }
}
