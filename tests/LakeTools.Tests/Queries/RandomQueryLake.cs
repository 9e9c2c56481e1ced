using Amazon.LakeFormation.Model;
using LakeTools.Core.Catalog;
using LakeTools.Core.Data.Export;
using LakeTools.Core.Data.Tables;
using LakeTools.Core.Objects;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Local;
using LakeTools.Tests.Local.LakeFormation;
using RowFilter = Amazon.LakeFormation.Model.RowFilter;

namespace LakeTools.Tests.Queries;

/// <summary>
/// A lake in which chance filled the tables sales.orders and sales.customers, in files of any format, and granted the analyst parts of
/// them: tables, columns, data filters, LF-tags, and grants with conditions. Resource links in the database links lead to both tables.
/// </summary>
internal sealed class RandomQueryLake : IDisposable
{
    public const string Bucket = "query-lake";

    private const string Trust = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}
        """;

    private static readonly string[] s_texts = ["EU", "US", "O'Neil", "a \"b\", c", "two\nlines", " ", "12", "\u00e4\U0001F600"];
    private static readonly string[] s_formats = ["Csv", "Json", "Parquet"];

    private static readonly Dictionary<string, string[]> s_filters = new()
    {
        ["orders"] = ["region = 'EU'", "id > 4", "amount < 5.00", "year = '2026'", "region IS NOT NULL", "ratio >= 0.5 OR paid = true"],
        ["customers"] = ["region = 'US'", "rank <> 2", "name LIKE 'a%' OR region = 'EU'", "region IN ('EU', 'O''Neil')"],
    };

    private readonly Random _random;
    private readonly List<string> _story = [];

    private RandomQueryLake(Random random) => _random = random;

    public TestLake Lake { get; } = new();

    /// <summary>What chance made.</summary>
    public string Story => string.Join("; ", _story);

    public static async Task<RandomQueryLake> MakeAsync(Random random, CancellationToken cancellation)
    {
        var lake = new RandomQueryLake(random);
        await lake.FillAsync(cancellation);
        return lake;
    }

    public void Dispose() => Lake.Dispose();

    private async Task FillAsync(CancellationToken cancellation)
    {
        var connection = Lake.Connect();
        await Buckets.CreateAsync(connection, Bucket, cancellation);
        await connection.Clients.Iam.CreateRoleAsync(new Amazon.IdentityManagement.Model.CreateRoleRequest
        {
            RoleName = "Analyst",
            AssumeRolePolicyDocument = Trust,
            Tags = [new Amazon.IdentityManagement.Model.Tag { Key = "team", Value = "sales" }],
        }, cancellation);
        foreach (var name in new[] { "sales", "links" })
            await new DatabaseService(connection).CreateAsync(new NewDatabaseOptions { Name = name }, cancellation);
        await MakeTableAsync(connection, "orders",
            [
                new("id", "int"), new("region", "string"), new("amount", "decimal(10,2)"), new("day", "date"), new("seen", "timestamp"),
                new("ratio", "double"), new("paid", "boolean"),
            ],
            [new("year", "string"), new("month", "int")], cancellation);
        await MakeTableAsync(connection, "customers", [new("region", "string"), new("name", "string"), new("rank", "bigint")], [],
            cancellation);
        if (!Chance(6))
        {
            await connection.Clients.LakeFormation.RegisterResourceAsync(
                new RegisterResourceRequest { ResourceArn = $"arn:aws:s3:::{Bucket}/sales", UseServiceLinkedRole = true }, cancellation);
            _story.Add("registered");
        }

        using var administrator = new LakeClients(Lake);
        await administrator.LakeFormation.CreateLFTagAsync(new CreateLFTagRequest { TagKey = "k", TagValues = ["x", "y"] }, cancellation);
        for (var i = _random.Next(5); i > 0; i--) await GrantAsync(administrator, $"f{i}", cancellation);
        foreach (var link in new[] { "o", "c" }.Where(_ => !Chance(4)))
            await GrantAsync(administrator, LakeResource.Table("links", link), PermissionSet.Describe, cancellation);
    }

    private async Task MakeTableAsync(LakeConnection connection, string name, GlueColumn[] columns, GlueColumn[] keys,
        CancellationToken cancellation)
    {
        var format = One(s_formats);
        _story.Add($"{name} {format}");
        await new TableService(connection).CreateAsync(TableService.Check(new NewTableOptions
        {
            DatabaseName = "sales",
            Name = name,
            Column = columns,
            PartitionKey = keys,
            Location = $"s3://{Bucket}/sales/{name}/",
            Format = format,
            Header = format == "Csv",
            SerdeParameter = format == "Csv"
                ? new Dictionary<string, string> { ["escape.delim"] = "\\", ["serialization.escape.crlf"] = "true" } : null,
        }), cancellation);
        await connection.Clients.Glue.CreateTableAsync(new Amazon.Glue.Model.CreateTableRequest
        {
            DatabaseName = "links",
            TableInput = new Amazon.Glue.Model.TableInput
            {
                Name = name[..1],
                TargetTable = new Amazon.Glue.Model.TableIdentifier { CatalogId = TestLake.Account, DatabaseName = "sales", Name = name },
            },
        }, cancellation);
        // More than one file, and files of more than one batch.
        for (var file = _random.Next(3); file >= 0; file--)
        {
            await using var export = await DataExport.ToTableAsync(connection, new TableAddress("sales", name), new DataExportOptions(),
                cancellation);
            for (var row = Chance(8) ? 2500 : _random.Next(12); row > 0; row--)
                export.Write([.. columns.Select(column => Value(column)), .. keys.Select(Key)], null);
            await export.CommitAsync(null, cancellation);
        }
    }

    private object? Value(GlueColumn column) => Chance(6) ? null : column.Type switch
    {
        "int" => _random.Next(1, 10),
        "bigint" => _random.Next(1, 4) * (Chance(4) ? 4_000_000_007L : 1L),
        "decimal(10,2)" => _random.Next(-200, 1000) / 100m,
        "date" => new DateTime(2026, 1, 1).AddDays(_random.Next(-40, 40)),
        "timestamp" => new DateTime(2026, 1, 1).AddSeconds(_random.Next(5) * 86_399).AddMilliseconds(_random.Next(2) * 7),
        "double" => _random.Next(-8, 9) / 8d, // sums are exact in any order
        "boolean" => Chance(2),
        _ => One(s_texts),
    };

    private object Key(GlueColumn column) => column.Name == "month" ? _random.Next(1, 4) : One(["2024", "2025", "2026"]);

    private async Task GrantAsync(LakeClients administrator, string name, CancellationToken cancellation)
    {
        var (table, columns) = Chance(3) ? ("customers", new[] { "region", "name", "rank" })
            : ("orders", ["id", "region", "amount", "day", "ratio", "month", "year"]);
        switch (_random.Next(6))
        {
            case 0:
                await GrantAsync(administrator, LakeResource.Table("sales", table), PermissionSet.Select, cancellation);
                break;
            case 1:
                await GrantAsync(administrator, LakeResource.Columns("sales", table, Some(columns)), PermissionSet.Select, cancellation);
                break;
            case 2:
                await GrantAsync(administrator, LakeResource.Columns("sales", table, null, [One(columns[..^1])]), PermissionSet.Select,
                    cancellation);
                break;
            case 3:
                var tagged = Chance(2) ? LakeResource.Table("sales", table) : LakeResource.Columns("sales", table, Some(columns[..^1]));
                await administrator.LakeFormation.AddLFTagsToResourceAsync(new AddLFTagsToResourceRequest
                {
                    Resource = LakeClients.ToWire(tagged),
                    LFTags = [new LFTagPair { TagKey = "k", TagValues = [One(["x", "y"])] }],
                }, cancellation);
                await GrantAsync(administrator, LakeResource.Tagged(TaggedResourceType.Table, TagExpression.Of([new("k", ["x"])])),
                    PermissionSet.Select, cancellation);
                break;
            case 4:
                var team = One(["sales", "hr"]);
                _story.Add($"team {team}");
                await GrantAsync(administrator, LakeResource.Columns("sales", table, Some(columns)), PermissionSet.Select, cancellation,
                    $"context.iam.principalTags.getTag(\"team\") == \"{team}\"");
                break;
            default:
                await FilterAsync(administrator, table, name, columns, cancellation);
                break;
        }
    }

    private async Task FilterAsync(LakeClients administrator, string table, string name, string[] columns, CancellationToken cancellation)
    {
        // Partition keys, which are the last ones, are open in every filter.
        var (expression, kind, some) = (One(s_filters[table]), _random.Next(3), Some(columns[..^2]));
        _story.Add($"filter {name} {expression} {(kind == 0 ? "of" : kind == 1 ? "without" : "all")} {string.Join(",", some)}");
        await administrator.LakeFormation.CreateDataCellsFilterAsync(new CreateDataCellsFilterRequest
        {
            TableData = new DataCellsFilter
            {
                TableCatalogId = TestLake.Account,
                DatabaseName = "sales",
                TableName = table,
                Name = name,
                RowFilter = Chance(6) ? new RowFilter { AllRowsWildcard = new AllRowsWildcard() }
                    : new RowFilter { FilterExpression = expression },
                ColumnNames = kind == 0 ? [.. some] : null,
                ColumnWildcard = kind == 0 ? null : new ColumnWildcard { ExcludedColumnNames = kind == 1 ? [.. some] : null },
            },
        }, cancellation);
        await GrantAsync(administrator, LakeResource.DataFilter("sales", table, name), PermissionSet.Select, cancellation);
    }

    // Lake Formation refuses a grant of some columns beside one of others, as partial grants that exclude each other.
    private async Task GrantAsync(LakeClients administrator, LakeResource resource, PermissionSet permissions,
        CancellationToken cancellation, string? condition = null)
    {
        var principal = condition is null ? TestLake.Analyst : TestLake.Account + ":IAMPrincipals";
        try
        {
            await administrator.GrantAsync(new LakeGrant(principal, resource, permissions) { Condition = condition }, cancellation);
            _story.Add($"{permissions.ToText()} {resource}");
        }
        catch (InvalidInputException)
        {
            _story.Add($"no {resource}");
        }
    }

    private string[] Some(string[] from)
    {
        var some = from.Where(_ => Chance(2)).ToArray();
        return some.Length > 0 ? some : [One(from)];
    }

    private T One<T>(T[] from) => from[_random.Next(from.Length)];

    private bool Chance(int of) => _random.Next(of) == 0;
}
