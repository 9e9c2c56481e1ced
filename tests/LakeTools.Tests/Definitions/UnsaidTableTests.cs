using Amazon.Glue.Model;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Definitions;

/// <summary>The settings of tables that a definition cannot express: an export, a publish and a restore name them.</summary>
public sealed class UnsaidTableTests
{
    private const string Owns = "owns: [ { database: d } ]\n";

    private static readonly DefinitionSource s_source = new(new Dictionary<string, Func<string, string, DefinitionNode>>());

    private static readonly string[] s_ofTable =
    [
        "additional locations", "buckets", "mark of compressed files", "mark of folders within folders", "name of the SerDe", "owner",
        "parameters of columns", "parameters of the storage descriptor", "partition indexes", "retention", "skewed values", "sort columns",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_named_where_they_are_left_out_and_lost()
    {
        using var folder = new TemporaryFolder();
        using var lake = new TestLake();
        var glue = lake.Connect().Clients.Glue;
        await glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = "d" } }, Ct);
        await glue.CreateTableAsync(new CreateTableRequest
        {
            DatabaseName = "d",
            PartitionIndexes = [new() { Keys = ["p"], IndexName = "ix" }],
            TableInput = new TableInput
            {
                Name = "t",
                Owner = "team",
                Retention = 30,
                TableType = "EXTERNAL_TABLE",
                Parameters = new() { ["classification"] = "parquet" },
                PartitionKeys = [new() { Name = "p", Type = "string" }],
                StorageDescriptor = new()
                {
                    Columns = [new() { Name = "id", Type = "int", Parameters = new() { ["pii"] = "yes" } }],
                    Location = "s3://lake/d/t/",
                    InputFormat = "i",
                    OutputFormat = "o",
                    SerdeInfo = new() { Name = "mine", SerializationLibrary = "lib" },
                    BucketColumns = ["id"],
                    NumberOfBuckets = 8,
                    SortColumns = [new() { Column = "id", SortOrder = 1 }],
                    Compressed = true,
                    Parameters = new() { ["own"] = "x" },
                    AdditionalLocations = ["s3://lake/other/"],
                    StoredAsSubDirectories = true,
                    SkewedInfo = new() { SkewedColumnNames = ["id"], SkewedColumnValues = ["1"] },
                },
            },
        }, Ct);
        await AddUsualAsync(glue);
        var service = new DefinitionService(lake.Connect(), new FolderJournal(folder.Path));
        var text = await service.ExportAsync("a", "d", null, Ct);
        var shown = text.Split('\n').Where(line => line.StartsWith("#   ", StringComparison.Ordinal));
        Assert.Equal(s_ofTable.Select(part => $"#   the {part} of 1 table: d.t."), shown.Order());

        // Nothing changes, so nothing is published: a first version has another description.
        await PublishAsync(text.Replace("  d:", "  d:\n    description: one", StringComparison.Ordinal) + Owns);
        var taken = await PublishAsync("lake: 1\nname: a\ndatabases: { d: {} }\n" + Owns);
        string[] lost = [.. s_ofTable.Select(part => $"the {part} of table d.t")];
        Assert.Equal(lost, taken.NotRestorable.Order());
        var back = (await service.PublishAsync(await service.PlanRestoreAsync("a", 1, null, Ct), PublishConsent.All, null, Ct))!;
        Assert.Equal("Incomplete", back.Status);
        Assert.Equal(lost, back.NotRestorable.Order());

        async Task<LakePublication> PublishAsync(string definition)
        {
            var file = Path.Combine(folder.Path, "a.yaml");
            await File.WriteAllTextAsync(file, definition, Ct);
            var plan = await service.CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct);
            return (await service.PublishAsync(plan, PublishConsent.All, null, Ct))!;
        }
    }

    [Fact]
    public async Task Optimizers_of_Iceberg_tables_are_among_them()
    {
        using var folder = new TemporaryFolder();
        using var lake = new TestLake();
        var service = new DefinitionService(lake.Connect(), new FolderJournal(folder.Path));
        var file = Path.Combine(folder.Path, "a.yaml");
        await lake.Connect().Clients.S3.PutBucketAsync("lake", Ct);
        await File.WriteAllTextAsync(file, """
            lake: 1
            name: a
            databases: { d: { tables: { t: { format: iceberg, location: "s3://lake/t", columns: { id: int } } } } }
            """, Ct);
        var plan = await service.CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct);
        Assert.Equal("Done", (await service.PublishAsync(plan, PublishConsent.All, null, Ct))!.Status);
        Assert.DoesNotContain("Left out", await service.ExportAsync("a", "d", null, Ct), StringComparison.Ordinal);
        await lake.Connect().Clients.Glue.CreateTableOptimizerAsync(new CreateTableOptimizerRequest
        {
            CatalogId = await lake.Connect().GetAccountIdAsync(Ct),
            DatabaseName = "d",
            TableName = "t",
            Type = "compaction",
            TableOptimizerConfiguration = new() { Enabled = true, RoleArn = "arn:aws:iam::111122223333:role/r" },
        }, Ct);
        Assert.Contains("#   the optimizers of 1 table: d.t.", await service.ExportAsync("a", "d", null, Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_federation_of_a_database_and_the_actions_of_a_trigger_are_named_too()
    {
        using var folder = new TemporaryFolder();
        using var lake = new TestLake();
        var glue = lake.Connect().Clients.Glue;
        await glue.CreateDatabaseAsync(new CreateDatabaseRequest
        {
            DatabaseInput = new() { Name = "f", FederatedDatabase = new() { Identifier = "arn:x", ConnectionName = "c" } },
        }, Ct);
        await glue.CreateJobAsync(new CreateJobRequest
        {
            Name = "n", Role = "n", Command = new() { Name = "glueetl", ScriptLocation = "s3://lake/x.py" },
        }, Ct);
        await glue.CreateTriggerAsync(new CreateTriggerRequest
        {
            Name = "n", Type = "ON_DEMAND", Actions = [new() { JobName = "n", Timeout = 3 }, new() { JobName = "n", Timeout = 5 }],
        }, Ct);
        var text = await new DefinitionService(lake.Connect(), new FolderJournal(folder.Path)).ExportAsync("a", null, null, Ct);
        Assert.Contains("#   the federation with another catalog of 1 database: f.", text, StringComparison.Ordinal);
        Assert.Contains("#   the timeouts of single jobs of 1 trigger: n.", text, StringComparison.Ordinal);
    }

    // What Athena (athena) and a crawler (crawled) write into every table, as GetTable returns it.
    private static async Task AddUsualAsync(Amazon.Glue.IAmazonGlue glue)
    {
        foreach (var (name, owner, serde, buckets) in ((string, string, string?, int)[])
            [("athena", "hadoop", "athena", 0), ("crawled", "owner", null, -1)])
            await glue.CreateTableAsync(new CreateTableRequest
            {
                DatabaseName = "d",
                TableInput = new TableInput
                {
                    Name = name,
                    Owner = owner,
                    Retention = 0,
                    TableType = "EXTERNAL_TABLE",
                    Parameters = new() { ["EXTERNAL"] = "TRUE", ["classification"] = "csv", ["transient_lastDdlTime"] = "1700000000" },
                    StorageDescriptor = new()
                    {
                        Columns = [new() { Name = "id", Type = "int" }],
                        Location = $"s3://lake/d/{name}/",
                        InputFormat = "i",
                        OutputFormat = "o",
                        Compressed = false,
                        NumberOfBuckets = buckets,
                        BucketColumns = [],
                        SortColumns = [],
                        SerdeInfo = new() { Name = serde, SerializationLibrary = "lib" },
                        Parameters = new() { ["classification"] = "csv" },
                        SkewedInfo = new() { SkewedColumnNames = [], SkewedColumnValues = [], SkewedColumnValueLocationMaps = [] },
                        StoredAsSubDirectories = false,
                    },
                },
            }, Ct);
    }
}
