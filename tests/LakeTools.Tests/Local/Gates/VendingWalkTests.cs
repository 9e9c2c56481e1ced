using Amazon.Glue.Model;
using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Local.Wire.Models;
using LakeTools.Models;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Local.Gates;

/// <summary>
/// Every operation that vends keys, asked with each Lake Formation permission alone and for each permission. What opens is written after
/// the developer guide, lf-permissions-reference: SELECT reads; INSERT and DELETE each "insert, update, and read"; ALL does everything;
/// the other permissions say nothing of data.
/// </summary>
public sealed class VendingWalkTests : GuardedLake
{
    private const string Arn = $"arn:aws:glue:eu-central-1:{TestLake.Account}:table/sales/orders";

    private static readonly string[] s_asked = ["SELECT", "INSERT", "DELETE", "ALTER", "DROP", "DESCRIBE", "ALL", "", "SELECT INSERT"];

    /// <summary>All operations whose answers hold keys, by the models. STS's are IAM's business, which allows every call.</summary>
    private static readonly string[] s_walked =
    [
        "lakeformation GetTemporaryDataLocationCredentials", "lakeformation GetTemporaryGluePartitionCredentials",
        "lakeformation GetTemporaryGlueTableCredentials",
    ];

    /// <summary>
    /// A permission on the table, and what keys open that are asked for with SELECT, INSERT, DELETE, ALTER, DROP, DESCRIBE, ALL, with none
    /// and with two; then what keys for the location open.
    /// </summary>
    public static TheoryData<string, string> OfTables { get; } = new()
    {
        { "SELECT", "r - - - - - - - - r" },
        { "INSERT", "- rw - - - - - - - -" },
        { "DELETE", "- - rw - - - - - - -" },
        { "ALTER", "- - - - - - - - - -" },
        { "DROP", "- - - - - - - - - -" },
        { "DESCRIBE", "- - - - - - - - - -" },
        { "ALL", "r rw rw - - - rw - rw rw" },
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        using var s3 = Client(Lake.CredentialsOf());
        await s3.PutBucketAsync("sales-data", Ct);
        foreach (var key in new[] { "orders/part=1/a.csv", "orders-old/a.csv", "elsewhere/a.csv", "a.csv" })
            await s3.PutObjectAsync(new PutObjectRequest { BucketName = "sales-data", Key = key, ContentBody = "x" }, Ct);
        await Administrator.LakeFormation.RegisterResourceAsync(
            new RegisterResourceRequest { ResourceArn = "arn:aws:s3:::sales-data", UseServiceLinkedRole = true }, Ct);
        var input = Input("orders");
        input.PartitionKeys = [new Column { Name = "part", Type = "string" }];
        await Administrator.Glue.UpdateTableAsync(new UpdateTableRequest { DatabaseName = "sales", TableInput = input }, Ct);
        await Administrator.Glue.CreatePartitionAsync(new CreatePartitionRequest
        {
            DatabaseName = "sales",
            TableName = "orders",
            PartitionInput = new PartitionInput
            {
                Values = ["1"],
                StorageDescriptor = new StorageDescriptor { Location = Location + "/part=1" },
            },
        }, Ct);
        await Administrator.LakeFormation.CreateLFTagAsync(new CreateLFTagRequest { TagKey = "k", TagValues = ["x"] }, Ct);
        await Administrator.LakeFormation.CreateLFTagExpressionAsync(
            new CreateLFTagExpressionRequest { Name = "e", Expression = [new LFTag { TagKey = "k", TagValues = ["x"] }] }, Ct);
        await Administrator.LakeFormation.AddLFTagsToResourceAsync(new AddLFTagsToResourceRequest
        {
            Resource = LakeClients.ToWire(Database),
            LFTags = [new LFTagPair { TagKey = "k", TagValues = ["x"] }],
        }, Ct);
        await Administrator.LakeFormation.CreateDataCellsFilterAsync(new CreateDataCellsFilterRequest
        {
            TableData = new DataCellsFilter
            {
                TableCatalogId = TestLake.Account,
                DatabaseName = "sales",
                TableName = "orders",
                Name = "f",
                ColumnNames = ["id"],
                RowFilter = new RowFilter { FilterExpression = "id = '1'" },
            },
        }, Ct);
        var settings = (await Administrator.LakeFormation.GetDataLakeSettingsAsync(new GetDataLakeSettingsRequest(), Ct)).DataLakeSettings;
        settings.AllowFullTableExternalDataAccess = true;
        await Administrator.LakeFormation.PutDataLakeSettingsAsync(new PutDataLakeSettingsRequest { DataLakeSettings = settings }, Ct);
    }

    /// <summary>Keys that STS and IAM answer are those of a principal, and open nothing beside what that principal may.</summary>
    [Fact]
    public void Every_operation_that_answers_keys_is_walked() => Assert.Equal(
        s_walked.Order(StringComparer.Ordinal),
        AnsweredOperations.ByService().Where(service => service.Key is not ("s3" or "sts" or "iam"))
            .SelectMany(service => Vending(service.Key).Intersect(service.Value).Select(name => $"{service.Key} {name}"))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(OfTables))]
    public async Task A_permission_on_tables_opens_what_the_reference_says(string permission, string opens)
    {
        var wrong = new List<string>();
        foreach (var resource in (LakeResource[])[Orders, LakeResource.AllTables("sales"),
            LakeResource.Tagged(TaggedResourceType.Table, TagExpression.Of([new("k", ["x"])])),
            LakeResource.Tagged(TaggedResourceType.Table, "e")])
        {
            var grant = new LakeGrant(Guest, resource, PermissionNames.Parse([permission]));
            await Administrator.GrantAsync(grant, Ct);
            if (await OpenedAsync() is var opened && opened != opens)
                wrong.Add($"{permission} on {resource} opens {opened}, not {opens}");
            await Administrator.RevokeAsync(grant, Ct);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal("- - - - - - - - - -", await OpenedAsync());
    }

    /// <summary>
    /// What is granted elsewhere than on tables gives no data, whatever it is; of columns and rows, no engine that cuts none.
    /// </summary>
    [Fact]
    public async Task Nothing_else_opens_anything()
    {
        var wrong = new List<string>();
        LakeResource[] resources =
        [
            LakeResource.Catalog(), Database, LakeResource.Location("arn:aws:s3:::sales-data"),
            LakeResource.Location("arn:aws:s3:::sales-data/orders"), LakeResource.Columns("sales", "orders", ["id", "day"]),
            LakeResource.Columns("sales", "orders", null, ["amount"]), LakeResource.DataFilter("sales", "orders", "f"),
            LakeResource.Tag("k", ["x"]), LakeResource.NamedTagExpression("e"),
            LakeResource.Tagged(TaggedResourceType.Database, TagExpression.Of([new("k", ["x"])])),
        ];
        foreach (var resource in resources)
        {
            foreach (var permission in PermissionRules.Taken(resource).Names())
            {
                var grant = new LakeGrant(Guest, resource, PermissionNames.Parse([permission]));
                await Administrator.GrantAsync(grant, Ct);
                if (await OpenedAsync() is var opened && opened.Trim('-', ' ').Length > 0)
                    wrong.Add($"{permission} on {resource} opens {opened}");
                await Administrator.RevokeAsync(grant, Ct);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_not_told_of()
    {
        foreach (var asked in s_asked)
        {
            Assert.Equal(asked.Length == 0 ? "InvalidInputException" : "AccessDeniedException", await ErrorOf(() =>
                Visitor.LakeFormation.GetTemporaryGlueTableCredentialsAsync(
                    new GetTemporaryGlueTableCredentialsRequest { TableArn = Arn + "2", Permissions = [.. Words(asked)] }, Ct)));
            Assert.Equal(asked.Length == 0 ? "InvalidInputException" : "AccessDeniedException", await ErrorOf(() =>
                Visitor.LakeFormation.GetTemporaryGluePartitionCredentialsAsync(new GetTemporaryGluePartitionCredentialsRequest
                {
                    TableArn = Arn + "2",
                    Permissions = [.. Words(asked)],
                    Partition = new Amazon.LakeFormation.Model.PartitionValueList { Values = ["1"] },
                }, Ct)));
        }
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The names of a service's operations whose answers hold a secret key, at any depth.</summary>
    private static IEnumerable<string> Vending(string service)
    {
        using var stream = typeof(ServiceModel).Assembly.GetManifestResourceStream($"Models/{service}.model")!;
        using var reader = new StreamReader(stream);
        var text = ModelText.Read(reader);
        return text.Operations.Where(operation => Holds(text, operation.Answer, [])).Select(operation => operation.Name);
    }

    private static bool Holds(ModelText text, IEnumerable<MemberText> members, HashSet<string> seen) => members.Any(member =>
        member.Name == "SecretAccessKey"
        || (text.Structures.TryGetValue(member.Type.Trim('[', ']'), out var inner) && seen.Add(member.Type) && Holds(text, inner, seen)));

    /// <summary>What the guest opens: with each permission that is asked for, by table and by partition alike, and by location.</summary>
    private async Task<string> OpenedAsync()
    {
        var opened = new List<string>();
        foreach (var asked in s_asked)
        {
            var byTable = await TryAsync(async () =>
            {
                var keys = await Visitor.LakeFormation.GetTemporaryGlueTableCredentialsAsync(
                    new GetTemporaryGlueTableCredentialsRequest { TableArn = Arn, Permissions = [.. Words(asked)] }, Ct);
                return new SessionAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken);
            });
            var byPartition = await TryAsync(async () =>
            {
                var keys = await Visitor.LakeFormation.GetTemporaryGluePartitionCredentialsAsync(
                    new GetTemporaryGluePartitionCredentialsRequest
                    {
                        TableArn = Arn,
                        Permissions = [.. Words(asked)],
                        Partition = new Amazon.LakeFormation.Model.PartitionValueList { Values = ["1"] },
                    }, Ct);
                return new SessionAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken);
            });
            opened.Add(byTable == byPartition ? byTable : $"{byTable}/{byPartition}");
        }

        opened.Add(await TryAsync(async () =>
        {
            var keys = (await Visitor.LakeFormation.GetTemporaryDataLocationCredentialsAsync(
                new GetTemporaryDataLocationCredentialsRequest { DataLocations = [Location] }, Ct)).Credentials;
            return new SessionAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken);
        }));
        return string.Join(' ', opened);
    }

    /// <summary>
    /// r where keys read the partition, w where they write there, X where they open what is none of the table's; - for none.
    /// </summary>
    private async Task<string> TryAsync(Func<Task<SessionAWSCredentials>> vend)
    {
        SessionAWSCredentials keys;
        try
        {
            keys = await vend();
        }
        catch (AmazonServiceException error)
        {
            return (int)error.StatusCode < 500 ? "-" : error.ErrorCode;
        }

        using var s3 = Client(keys);
        var opened = "";
        if (await MayAsync(() => s3.GetObjectAsync("sales-data", "orders/part=1/a.csv", Ct))) opened += "r";
        var written = new PutObjectRequest { BucketName = "sales-data", Key = "orders/part=1/b.csv", ContentBody = "x" };
        if (await MayAsync(() => s3.PutObjectAsync(written, Ct))) opened += "w";
        foreach (var key in new[] { "orders-old/a.csv", "elsewhere/a.csv", "a.csv" })
        {
            if (await MayAsync(() => s3.GetObjectAsync("sales-data", key, Ct))) opened += "X";
            var beside = new PutObjectRequest { BucketName = "sales-data", Key = key + "2", ContentBody = "x" };
            if (await MayAsync(() => s3.PutObjectAsync(beside, Ct))) opened += "X";
        }

        foreach (var prefix in new[] { "", "orders", "o" })
            if (await MayAsync(() => s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "sales-data", Prefix = prefix }, Ct)))
                opened += "X";
        return opened;
    }

    private static async Task<bool> MayAsync(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (AmazonServiceException error) when (error.ErrorCode == "AccessDenied")
        {
            return false;
        }
    }

    private AmazonS3Client Client(AWSCredentials credentials) => new(credentials, Lake.Configure(new AmazonS3Config()));
}
