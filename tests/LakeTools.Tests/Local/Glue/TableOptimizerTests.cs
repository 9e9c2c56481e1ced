using System.Text.Json.Nodes;
using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Core.Catalog;
using LakeTools.Core.Glue;
using LakeTools.Local.Glue;
using LakeTools.Local.S3.Storage;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Local.Glue;

/// <summary>Optimizers of Iceberg tables, written by one client and read by Get-GlueTable's service.</summary>
public sealed class TableOptimizerTests : GuardedLake
{
    [Fact]
    public async Task What_is_set_is_told_and_what_is_deleted_is_gone()
    {
        await MakeIcebergAsync();
        await Administrator.Glue.CreateTableOptimizerAsync(Create(TableOptimizerType.Compaction, new()
        {
            RoleArn = "arn:aws:iam::111122223333:role/Optimizer",
            Enabled = true,
            CompactionConfiguration = new() { IcebergConfiguration = new() { Strategy = CompactionStrategy.ZOrder, MinInputFiles = 7 } },
        }), Ct);
        await Administrator.Glue.CreateTableOptimizerAsync(Create(TableOptimizerType.Retention, new() { Enabled = false }), Ct);

        var found = (await ReadAsync(null)).Optimizer!;
        Assert.Equal(["compaction", "retention"], found.Select(one => one.Type));
        Assert.Equal((true, "arn:aws:iam::111122223333:role/Optimizer", "table"), (found[0].Enabled, found[0].RoleArn, found[0].Source));
        Assert.Equal(new Dictionary<string, string> { ["strategy"] = "z-order", ["minInputFiles"] = "7" }, found[0].Setting);
        Assert.Null(found[0].LastRunState);
        Assert.False(found[1].Enabled);

        await Assert.ThrowsAsync<AlreadyExistsException>(() =>
            Administrator.Glue.CreateTableOptimizerAsync(Create(TableOptimizerType.Retention, new()), Ct));
        await Administrator.Glue.UpdateTableOptimizerAsync(new UpdateTableOptimizerRequest
        {
            CatalogId = TestLake.Account, DatabaseName = "sales", TableName = "ice", Type = TableOptimizerType.Retention,
            TableOptimizerConfiguration = new() { Enabled = true },
        }, Ct);
        Assert.True((await ReadAsync(null)).Optimizer![1].Enabled);
        await Administrator.Glue.DeleteTableOptimizerAsync(new DeleteTableOptimizerRequest
        {
            CatalogId = TestLake.Account, DatabaseName = "sales", TableName = "ice", Type = TableOptimizerType.Compaction,
        }, Ct);
        Assert.Equal("retention", Assert.Single((await ReadAsync(null)).Optimizer!).Type);
        var runs = await Administrator.Glue.ListTableOptimizerRunsAsync(new ListTableOptimizerRunsRequest
        {
            CatalogId = TestLake.Account, DatabaseName = "sales", TableName = "ice", Type = TableOptimizerType.Retention,
        }, Ct);
        Assert.Empty(runs.TableOptimizerRuns ?? []);
    }

    [Fact]
    public async Task Other_tables_have_none_and_who_may_not_change_the_table_sets_none()
    {
        await Assert.ThrowsAsync<InvalidInputException>(() => Administrator.Glue.CreateTableOptimizerAsync(
            Create(TableOptimizerType.Compaction, new(), "orders"), Ct));
        await MakeIcebergAsync();
        await GrantAsync(LakeResource.Table("sales", "ice"), PermissionSet.Describe);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Lake.Connect(Guest).Clients.Glue.CreateTableOptimizerAsync(
            Create(TableOptimizerType.Compaction, new()), Ct));
        Assert.Empty((await ReadAsync(Guest)).Optimizer!);
    }

    /// <summary>Source: API reference, TableOptimizerConfiguration. Negative counts and the configuration of another type: ours.</summary>
    [Fact]
    public async Task What_an_optimizer_cannot_be_is_refused()
    {
        await MakeIcebergAsync();
        foreach (var (type, configuration) in (IEnumerable<(TableOptimizerType, TableOptimizerConfiguration)>)
        [
            (TableOptimizerType.Retention, Retention(new() { RunRateInHours = 2 })),
            (TableOptimizerType.Retention, Retention(new() { SnapshotRetentionPeriodInDays = -1 })),
            (TableOptimizerType.Compaction, Retention(new() { RunRateInHours = 3 })),
            (TableOptimizerType.Orphan_file_deletion, Orphans(new() { RunRateInHours = 169 })),
            (TableOptimizerType.Orphan_file_deletion, Orphans(new() { Location = "s3://lake/icecream" })),
        ])
        {
            var create = Create(type, configuration);
            var update = new UpdateTableOptimizerRequest
            {
                CatalogId = create.CatalogId, DatabaseName = create.DatabaseName, TableName = create.TableName, Type = type,
                TableOptimizerConfiguration = configuration,
            };
            await Assert.ThrowsAsync<InvalidInputException>(() => Administrator.Glue.CreateTableOptimizerAsync(create, Ct));
            await Assert.ThrowsAsync<InvalidInputException>(() => Administrator.Glue.UpdateTableOptimizerAsync(update, Ct));
        }

        Assert.Empty((await ReadAsync(null)).Optimizer!);
        await Administrator.Glue.CreateTableOptimizerAsync(Create(
            TableOptimizerType.Orphan_file_deletion, Orphans(new() { Location = "s3://lake/ice/data/", RunRateInHours = 3 })), Ct);

        static TableOptimizerConfiguration Retention(IcebergRetentionConfiguration iceberg) =>
            new() { RetentionConfiguration = new() { IcebergConfiguration = iceberg } };

        static TableOptimizerConfiguration Orphans(IcebergOrphanFileDeletionConfiguration iceberg) =>
            new() { OrphanFileDeletionConfiguration = new() { IcebergConfiguration = iceberg } };
    }

    /// <summary>Source: API reference, IcebergCompactionConfiguration.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_strategy_that_sorts_requires_a_sort_order(bool isSorted)
    {
        Lake.Lake.Instance.Store.Write(session => Buckets.Create(session, "ice", "eu-central-1", TestLake.Account, DateTimeOffset.UtcNow));
        var order = isSorted ? """[{"SourceId":1,"Transform":"identity","Direction":"asc","NullOrder":"nulls-last"}]""" : "[]";
        new ApiDriver(Lake, new GlueApi()).Call("CreateTable", JsonNode.Parse("""
            {"DatabaseName":"sales","Name":"ice","OpenTableFormatInput":{"IcebergInput":{"MetadataOperation":"CREATE","Version":"2",
            "CreateIcebergTableInput":{"Location":"s3://ice/t","WriteOrder":{"OrderId":1,"Fields":[]},
            "Schema":{"Fields":[{"Id":1,"Name":"id","Type":"long","Required":true}]}}}}}
            """.Replace("[]", order, StringComparison.Ordinal)));
        var request = Create(TableOptimizerType.Compaction,
            new() { CompactionConfiguration = new() { IcebergConfiguration = new() { Strategy = CompactionStrategy.Sort } } });
        if (isSorted) await Administrator.Glue.CreateTableOptimizerAsync(request, Ct);
        else await Assert.ThrowsAsync<InvalidInputException>(() => Administrator.Glue.CreateTableOptimizerAsync(request, Ct));
    }

    private static CreateTableOptimizerRequest Create(TableOptimizerType type, TableOptimizerConfiguration configuration,
        string table = "ice") => new()
        {
            CatalogId = TestLake.Account, DatabaseName = "sales", TableName = table, Type = type,
            TableOptimizerConfiguration = configuration,
        };

    private Task MakeIcebergAsync() => Administrator.Glue.CreateTableAsync(new CreateTableRequest
    {
        DatabaseName = "sales",
        TableInput = new()
        {
            Name = "ice",
            TableType = "EXTERNAL_TABLE",
            Parameters = new() { ["table_type"] = "ICEBERG" },
            StorageDescriptor = new() { Columns = [new() { Name = "id", Type = "int" }], Location = "s3://lake/ice" },
        },
    }, Ct);

    private async Task<GlueTable> ReadAsync(string? principal)
    {
        var connection = Lake.Connect(principal);
        var table = await new TableService(connection).GetAsync("sales", "ice", null, Ct);
        return await new TableOptimizerService(connection).WithAsync(table, Ct);
    }
}
