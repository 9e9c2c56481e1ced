using Amazon.Glue.Model;
using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using DataLakePrincipal = Amazon.LakeFormation.Model.DataLakePrincipal;
using RowFilter = Amazon.LakeFormation.Model.RowFilter;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>
/// A lake in which chance granted, tagged, filtered and opted in: databases d1 and d2 with tables t1 and t2 of columns a, b and c, some of
/// them made by the first of two principals.
/// </summary>
internal sealed class RandomLake : IDisposable
{
    public const string Expression = "a = '1'";

    private const string Bucket = "s3://lake";
    private const string TableBuckets = $"arn:aws:s3tables:eu-central-1:{TestLake.Account}:bucket/*";

    private static readonly string[] s_databases = ["d1", "d2"];
    private static readonly string[] s_tables = ["t1", "t2"];
    private static readonly string[] s_columns = ["a", "b", "c"];

    private const string Policy =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::lake"}]}""";

    private readonly Random _random;

    // The tables that the administrator made.
    private readonly List<(string Database, string Table)> _own = [];

    // Who was granted what of a table's rows, and the columns of filters.
    private readonly List<(string Principal, LakeResource Resource)> _selects = [];
    private readonly Dictionary<(string? Database, string? Table, string? Filter), DataCellsFilter> _filters = [];

    private RandomLake(int seed) => _random = new Random(seed);

    public static string[] Principals { get; } = [$"arn:aws:iam::{TestLake.Account}:role/p", $"arn:aws:iam::{TestLake.Account}:role/q"];

    /// <summary>Owns what others than the lake use.</summary>
    public static Ownership OfAccount { get; } =
        new([new(OwnedKind.Role, "*"), new(OwnedKind.Bucket, "*"), new(OwnedKind.Secret, "*")]);

    public TestLake Lake { get; } = new();

    public static async Task<RandomLake> MakeAsync(int seed, CancellationToken cancellation)
    {
        var lake = new RandomLake(seed);
        await lake.FillAsync(cancellation);
        return lake;
    }

    public static TableInput Input(string database, string name) => new()
    {
        Name = name,
        StorageDescriptor = new StorageDescriptor
        {
            Location = $"{Bucket}/{database}/{name}",
            Columns = [.. s_columns.Select(column => new Column { Name = column, Type = "string" })],
        },
        PartitionKeys = [new Column { Name = "p", Type = "string" }],
    };

    /// <summary>Everything that can be asked about, but what asking would take away.</summary>
    public static IEnumerable<LakeResource> Things() =>
    [
        LakeResource.Catalog(),
        .. s_databases.Select(database => LakeResource.Database(database)),
        .. s_databases.SelectMany(database => s_tables.Select(table => LakeResource.Table(database, table))),
    ];

    public void Dispose() => Lake.Dispose();

    /// <summary>
    /// Whether anything that was done can let a principal select a column: it made the table, or it or the group of all principals was
    /// granted to select something that has the column. LF-Tags, opt-ins and conditions only take away from that.
    /// </summary>
    public bool MaySelect(string principal, LakeResource table, string column) =>
        (principal == Principals[0] && !_own.Contains((table.DatabaseName!, table.TableName!)))
        || _selects.Exists(grant => (grant.Principal == principal || grant.Principal == LakePrincipal.IamAllowedPrincipalsId)
            && Has(grant.Resource, table, column));

    private bool Has(LakeResource granted, LakeResource table, string column)
    {
        if (granted.Kind == ResourceKind.TagExpression) return true;
        if (granted.DatabaseName != table.DatabaseName || (granted.Kind != ResourceKind.AllTables && granted.TableName != table.TableName))
            return false;
        if (!s_columns.Contains(column)) return true; // a partition key
        var filter = granted.Kind == ResourceKind.DataFilter
            ? _filters[(granted.DatabaseName, granted.TableName, granted.FilterName)] : null;
        var (named, hidden) = filter is null ? ([.. granted.ColumnNames], [.. granted.ExcludedColumnNames])
            : (filter.ColumnNames ?? [], filter.ColumnWildcard?.ExcludedColumnNames ?? []);
        return named.Count > 0 ? named.Contains(column) : !hidden.Contains(column);
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        using var administrator = new LakeClients(Lake);
        using var maker = new LakeClients(Lake, Principals[0]);
        await administrator.LakeFormation.RegisterResourceAsync(
            new RegisterResourceRequest { ResourceArn = "arn:aws:s3:::lake", UseServiceLinkedRole = true, HybridAccessEnabled = false },
                cancellation);
        foreach (var (key, values) in ((string, List<string>)[])[("k", ["x", "y"]), ("l", ["z"])])
            await administrator.LakeFormation.CreateLFTagAsync(new CreateLFTagRequest { TagKey = key, TagValues = values }, cancellation);
        foreach (var database in s_databases)
        {
            var byMaker = Chance(4);
            if (byMaker) await GrantAsync(administrator, Principals[0], LakeResource.Catalog(), PermissionSet.CreateDatabase, cancellation);
            await (byMaker ? maker : administrator).Glue.CreateDatabaseAsync(
                new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = database } }, cancellation);
            // An administrator does nothing in a database of somebody else's until it grants itself the right.
            await GrantAsync(administrator, Lake.Lake.AdministratorArn, LakeResource.Database(database), PermissionSet.CreateTable,
                cancellation);
            foreach (var table in s_tables) await CreateTableAsync(administrator, maker, database, table, cancellation);
        }

        foreach (var _ in Enumerable.Range(0, _random.Next(4))) await TagAsync(administrator, cancellation);
        foreach (var _ in Enumerable.Range(0, _random.Next(3))) await FilterAsync(administrator, cancellation);
        foreach (var _ in Enumerable.Range(0, _random.Next(12))) await GrantAsync(administrator, cancellation);
        foreach (var _ in Enumerable.Range(0, _random.Next(2))) await OptInAsync(administrator, cancellation);
        if (Chance(8)) await SettingsAsync(administrator, cancellation);
        await RecordsAsync(cancellation);
        // After all else, so that seeds that once showed a fault draw what they drew.
        if (Chance(3)) await ExpressionAsync(administrator, cancellation);
        if (Chance(3)) await FilterAsync(administrator, cancellation, isHiding: true);
        if (Chance(3)) await ViewAsync(administrator, cancellation);
        if (Chance(3)) await CatalogAsync(administrator, cancellation);
        if (Chance(3)) await LinkAsync(administrator, cancellation);
        if (Chance(3))
            await administrator.LakeFormation.RegisterResourceAsync(
                new RegisterResourceRequest { ResourceArn = TableBuckets, RoleArn = Principals[1], WithFederation = Chance(2) },
                cancellation);
        if (Chance(2)) await ColumnsAsync(administrator, cancellation);
        if (Chance(3)) await ForAllAsync(administrator, cancellation);
    }

    // A table whose columns are others in another lake, with grants and LF-Tags on some of them. What is granted stays in part.
    private async Task ColumnsAsync(LakeClients administrator, CancellationToken cancellation)
    {
        var (input, columns) = (Input("d1", "t3"), (string[])["a", .. s_columns[1..].Where(_ => Chance(2))]);
        input.StorageDescriptor.Columns.RemoveAll(column => !columns.Contains(column.Name));
        await administrator.Glue.CreateTableAsync(new CreateTableRequest { DatabaseName = "d1", TableInput = input }, cancellation);
        foreach (var principal in Principals.Where(_ => Chance(2)))
            await GrantAsync(administrator, principal, LakeResource.Columns("d1", "t3", ["a", .. Some(columns)]), PermissionSet.Select,
                cancellation);
        await administrator.LakeFormation.AddLFTagsToResourceAsync(
            new AddLFTagsToResourceRequest
            {
                Resource = LakeClients.ToWire(LakeResource.Columns("d1", "t3", [One(columns)])),
                LFTags = [new LFTagPair { TagKey = "k", TagValues = [One(["x", "y"])] }],
            },
            cancellation);
    }

    // What lies beside the catalog, each by chance: jobs and what they need, what starts them, a role, a bucket, a secret, and partitions.
    private async Task RecordsAsync(CancellationToken cancellation)
    {
        var clients = Lake.Connect().Clients;
        if (Chance(2)) await clients.S3.PutBucketAsync("lake", cancellation);
        if (Chance(2))
        {
            await clients.Iam.CreateRoleAsync(
                new() { RoleName = "loader", AssumeRolePolicyDocument = Trust(Chance(2) ? ["glue"] : ["glue", "lambda"]) }, cancellation);
            if (Chance(2))
                await clients.Iam.PutRolePolicyAsync(
                    new() { RoleName = "loader", PolicyName = One(["a", "b"]), PolicyDocument = Policy }, cancellation);
        }

        var description = One(["x", "y"]);
        if (Chance(2))
            await clients.SecretsManager.CreateSecretAsync(
                new() { Name = "shop/login", Description = description, SecretString = "value" }, cancellation);
        if (Chance(2))
            await clients.Glue.CreateConnectionAsync(new CreateConnectionRequest
            {
                ConnectionInput = new ConnectionInput
                {
                    Name = "shop",
                    Description = description,
                    ConnectionType = "JDBC",
                    ConnectionProperties = new() { ["JDBC_CONNECTION_URL"] = "jdbc:mysql://h/d", ["SECRET_ID"] = "shop/login" },
                },
            }, cancellation);
        if (Chance(2))
            await clients.Glue.CreateCrawlerAsync(new CreateCrawlerRequest
            {
                Name = "raw",
                Role = "loader",
                DatabaseName = "d1",
                Description = description,
                Targets = new CrawlerTargets { S3Targets = [new S3Target { Path = $"{Bucket}/{One(s_databases)}/raw" }] },
            }, cancellation);
        if (Chance(2))
        {
            await clients.Glue.CreateJobAsync(new CreateJobRequest
            {
                Name = "load",
                Role = "loader",
                Command = new JobCommand { Name = "glueetl", ScriptLocation = $"{Bucket}/load.py", PythonVersion = "3" },
            }, cancellation);
            if (Chance(2))
                await clients.Glue.CreateTriggerAsync(new CreateTriggerRequest
                {
                    Name = "nightly",
                    Type = "SCHEDULED",
                    Schedule = "cron(15 3 * * ? *)",
                    Actions = [new Amazon.Glue.Model.Action { JobName = "load" }],
                    StartOnCreation = Chance(2),
                }, cancellation);
        }

        foreach (var (database, table) in _own.Where(_ => Chance(2)).ToList())
            await clients.Glue.CreatePartitionAsync(new CreatePartitionRequest
            {
                DatabaseName = database, TableName = table, PartitionInput = new PartitionInput { Values = [One(["1", "2"])] },
            }, cancellation);
    }

    private static string Trust(string[] services) =>
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":[_]},"Action":"sts:AssumeRole"}]}"""
            .Replace("_", string.Join(',', services.Select(service => $"\"{service}.amazonaws.com\"")), StringComparison.Ordinal);

    private async Task CreateTableAsync(LakeClients administrator, LakeClients maker, string database, string table,
        CancellationToken cancellation)
    {
        var byMaker = Chance(4);
        if (!byMaker) _own.Add((database, table));
        if (byMaker)
        {
            await GrantAsync(administrator, Principals[0], LakeResource.Database(database), PermissionSet.CreateTable, cancellation);
            await GrantAsync(administrator, Principals[0], Location(Bucket), PermissionSet.DataLocationAccess, cancellation);
        }

        await (byMaker ? maker : administrator).Glue.CreateTableAsync(
            new CreateTableRequest { DatabaseName = database, TableInput = Input(database, table) }, cancellation);
    }

    private static LakeResource Location(string uri) => LakeResource.Location(S3Location.ToArn(uri, "aws"));

    private Task GrantAsync(LakeClients administrator, CancellationToken cancellation)
    {
        var (database, table) = (One(s_databases), One(s_tables));
        var resource = _random.Next(9) switch
        {
            0 => LakeResource.Catalog(),
            1 => LakeResource.Database(database),
            2 => LakeResource.AllTables(database),
            3 => LakeResource.Columns(database, table, Some(s_columns)),
            4 => LakeResource.Columns(database, table, null, Some(s_columns)),
            5 => LakeResource.Tagged(TaggedResourceType.Table, TagExpression.Of([new("k", Some(["x", "y"]))])),
            6 => LakeResource.Tagged(TaggedResourceType.Database, TagExpression.Of([new("l", ["z"])])),
            7 => Location(One([Bucket, $"{Bucket}/{database}", $"{Bucket}/{database}/{table}"])),
            _ => LakeResource.Table(database, table),
        };
        var isGroup = resource.Kind is ResourceKind.Database or ResourceKind.Table or ResourceKind.AllTables && Chance(6);
        var permissions = isGroup ? PermissionSet.All : PermissionNames.Parse(Some([.. PermissionRules.Taken(resource).Names()]).Take(2));
        return GrantAsync(administrator, isGroup
            ? LakePrincipal.IamAllowedPrincipalsId : One(Principals), resource, permissions, cancellation);
    }

    // A part of a table, for all that IAM allows.
    private async Task ForAllAsync(LakeClients administrator, CancellationToken cancellation)
    {
        var (database, table) = (One(s_databases), One(s_tables));
        var resource = _random.Next(3) switch
        {
            0 => LakeResource.Columns(database, table, Some(s_columns)),
            1 => LakeResource.Columns(database, table, null, [One(s_columns)]),
            _ => null,
        };
        if (resource is null) await FilterAsync(administrator, cancellation, of: LakePrincipal.IamAllowedPrincipalsId);
        else await GrantAsync(administrator, LakePrincipal.IamAllowedPrincipalsId, resource, PermissionSet.Select, cancellation);
    }

    private async Task TagAsync(LakeClients administrator, CancellationToken cancellation)
    {
        var (database, table) = (One(s_databases), One(s_tables));
        var resource = _random.Next(3) switch
        {
            0 => LakeResource.Database(database),
            1 => LakeResource.Columns(database, table, [One(s_columns)]),
            _ => LakeResource.Table(database, table),
        };
        var tag = Chance(3) ? new LFTagPair { TagKey = "l", TagValues = ["z"] }
            : new LFTagPair { TagKey = "k", TagValues = [One(["x", "y"])] };
        var answer = await administrator.LakeFormation.AddLFTagsToResourceAsync(
            new AddLFTagsToResourceRequest { Resource = LakeClients.ToWire(resource), LFTags = [tag] }, cancellation);
        Assert.Empty(answer.Failures ?? []);
    }

    // A link does not become another one.
    private async Task LinkAsync(LakeClients administrator, CancellationToken cancellation)
    {
        await administrator.Glue.CreateDatabaseAsync(
            new CreateDatabaseRequest
            {
                DatabaseInput = new DatabaseInput
                {
                    Name = "l1", TargetDatabase = new DatabaseIdentifier { CatalogId = TestLake.Account, DatabaseName = "d1" },
                },
            },
            cancellation);
        await administrator.Glue.CreateTableAsync(
            new CreateTableRequest
            {
                DatabaseName = One(s_databases),
                TableInput = new TableInput
                {
                    Name = "l1",
                    TargetTable = new TableIdentifier { CatalogId = TestLake.Account, DatabaseName = "d1", Name = "t1" },
                },
            },
            cancellation);
    }

    private Task ViewAsync(LakeClients administrator, CancellationToken cancellation) => administrator.Glue.CreateTableAsync(
        new CreateTableRequest
        {
            DatabaseName = One(s_databases),
            TableInput = new TableInput
            {
                Name = "v1",
                TableType = "VIRTUAL_VIEW",
                ViewOriginalText = $"select a from {One(s_tables)}",
                ViewExpandedText = Chance(2) ? "" : null,
                StorageDescriptor = new StorageDescriptor { Columns = [new Column { Name = "a", Type = "string" }] },
            },
        },
        cancellation);

    private async Task CatalogAsync(LakeClients administrator, CancellationToken cancellation)
    {
        await administrator.Glue.CreateCatalogAsync(
            new CreateCatalogRequest
            {
                Name = "s3tablescatalog",
                CatalogInput = new CatalogInput
                {
                    Description = One(["x", "y"]),
                    FederatedCatalog = new FederatedCatalog { Identifier = TableBuckets, ConnectionName = "aws:s3tables" },
                    CreateDatabaseDefaultPermissions = [],
                    CreateTableDefaultPermissions = [],
                    Parameters = Chance(2) ? new() { ["team"] = One(["a", "b"]) } : null,
                },
            },
            cancellation);
        if (Chance(2))
            await GrantAsync(administrator, One(Principals), LakeResource.Catalog($"{TestLake.Account}:s3tablescatalog"),
                PermissionSet.Describe, cancellation);
    }

    private async Task ExpressionAsync(LakeClients administrator, CancellationToken cancellation)
    {
        await administrator.LakeFormation.CreateLFTagExpressionAsync(
            new CreateLFTagExpressionRequest
            {
                Name = "saved", Expression = [new LFTag { TagKey = "k", TagValues = Some(["x", "y"]) }],
            },
            cancellation);
        var type = Chance(2) ? TaggedResourceType.Table : TaggedResourceType.Database;
        await GrantAsync(administrator, One(Principals), LakeResource.Tagged(type, "saved"), PermissionSet.Describe, cancellation);
        if (type == TaggedResourceType.Table)
            await GrantAsync(administrator, One(Principals), LakeResource.Tagged(type, "saved"), PermissionSet.Select, cancellation);
    }

    private async Task FilterAsync(LakeClients administrator, CancellationToken cancellation, bool isHiding = false, string? of = null)
    {
        var (database, table, name) = (One(s_databases), One(s_tables), $"f{_random.Next(2)}");
        var filter = new DataCellsFilter
        {
            TableCatalogId = TestLake.Account,
            DatabaseName = database,
            TableName = table,
            Name = name,
            RowFilter = Chance(2) ? new RowFilter { FilterExpression = Expression }
                : new RowFilter { AllRowsWildcard = new AllRowsWildcard() },
            ColumnNames = isHiding ? null : Some(s_columns),
            ColumnWildcard = isHiding ? new ColumnWildcard { ExcludedColumnNames = Some(s_columns) } : null,
        };
        try
        {
            await administrator.LakeFormation.CreateDataCellsFilterAsync(new CreateDataCellsFilterRequest { TableData = filter },
                cancellation);
        }
        catch (AmazonServiceException error) when (error.ErrorCode == "AlreadyExistsException")
        {
            return;
        }

        _filters[(database, table, name)] = filter;
        await GrantAsync(administrator, of ?? One(Principals), LakeResource.DataFilter(database, table, name), PermissionSet.Select,
            cancellation);
    }

    private async Task OptInAsync(LakeClients administrator, CancellationToken cancellation)
    {
        var resource = Chance(2) ? LakeResource.Database(One(s_databases)) : LakeResource.Table(One(s_databases), One(s_tables));
        await administrator.LakeFormation.CreateLakeFormationOptInAsync(new CreateLakeFormationOptInRequest
        {
            Principal = new DataLakePrincipal { DataLakePrincipalIdentifier = One(Principals) },
            Resource = LakeClients.ToWire(resource),
        }, cancellation);
    }

    private async Task SettingsAsync(LakeClients administrator, CancellationToken cancellation)
    {
        var settings = (await administrator.LakeFormation.GetDataLakeSettingsAsync(new GetDataLakeSettingsRequest(), cancellation))
            .DataLakeSettings;
        var principal = new DataLakePrincipal { DataLakePrincipalIdentifier = Principals[1] };
        if (Chance(2)) settings.DataLakeAdmins = [.. settings.DataLakeAdmins, principal];
        else settings.ReadOnlyAdmins = [principal];
        await administrator.LakeFormation.PutDataLakeSettingsAsync(new PutDataLakeSettingsRequest { DataLakeSettings = settings },
            cancellation);
    }

    private async Task GrantAsync(LakeClients administrator, string principal, LakeResource resource, PermissionSet permissions,
        CancellationToken cancellation)
    {
        try
        {
            await administrator.LakeFormation.GrantPermissionsAsync(new GrantPermissionsRequest
            {
                Principal = new DataLakePrincipal { DataLakePrincipalIdentifier = principal },
                Resource = LakeClients.ToWire(resource),
                Permissions = [.. permissions.Names()],
            }, cancellation);
            if ((permissions & (PermissionSet.Select | PermissionSet.All)) != 0) _selects.Add((principal, resource));
        }
        catch (AmazonServiceException error) when (error.ErrorCode == "InvalidInputException"
            && resource.Kind is ResourceKind.Table or ResourceKind.Columns)
        {
            // SELECT on some columns and what it excludes: chance wanted both.
        }
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private string One(string[] of) => of[_random.Next(of.Length)];

    private List<string> Some(string[] of)
    {
        var some = of.Where(_ => Chance(2)).ToList();
        return some.Count > 0 ? some : [One(of)];
    }
}
