using Amazon.Glue.Model;
using Amazon.IdentityManagement.Model;
using LakeTools.Core.Catalog;
using LakeTools.Core.Permissions.Checks;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Permissions;

/// <summary>
/// What Test-LakeAccess says of the policies of a principal. Sources: IAM user guide, policy evaluation logic, condition operators and
/// global condition keys; service authorization reference, AWS Glue; Lake Formation developer guide, resource link handling.
/// </summary>
public sealed class PolicyCheckTests : IDisposable
{
    private const string Trust = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}
        """;

    private const string Catalog = $"arn:aws:glue:eu-central-1:{TestLake.Account}:";
    private const string Open = """{"Effect":"Allow","Action":["glue:*","s3:*"],"Resource":"*"}""";

    private readonly TestLake _lake = new();

    /// <summary>Statements, the check, its status, and the condition key that its text names.</summary>
    public static TheoryData<string, AccessCheckName, AccessCheckStatus, string> Policies => new()
    {
        { Open, AccessCheckName.IamCatalog, AccessCheckStatus.Passed, "" },

        // A key of the request that is not known before it is made.
        { Allow("StringEqualsIfExists", "aws:SourceVpc", "vpc-1"), AccessCheckName.IamCatalog, AccessCheckStatus.Unknown, "aws:SourceVpc" },
        { Allow("StringEquals", "aws:SourceVpc", "vpc-1"), AccessCheckName.IamCatalog, AccessCheckStatus.Unknown, "aws:SourceVpc" },
        { Denied("StringEquals", "aws:SourceVpc", "vpc-1"), AccessCheckName.IamCatalog, AccessCheckStatus.Unknown, "aws:SourceVpc" },
        { Denied("StringNotEquals", "aws:SourceVpce", "vpce-1"), AccessCheckName.IamCatalog, AccessCheckStatus.Unknown, "aws:SourceVpce" },
        { Denied("Null", "ec2:SourceInstanceARN", "true"), AccessCheckName.IamCatalog, AccessCheckStatus.Unknown, "ec2:SourceInstanceARN" },

        // Keys that are known.
        { Denied("StringNotEquals", "aws:RequestedRegion", "eu-central-1"), AccessCheckName.IamCatalog, AccessCheckStatus.Passed, "" },
        { Denied("StringNotEquals", "aws:RequestedRegion", "eu-west-1"), AccessCheckName.IamCatalog, AccessCheckStatus.Failed, "" },
        { Denied("Bool", "aws:SecureTransport", "false"), AccessCheckName.IamCatalog, AccessCheckStatus.Passed, "" },
        { Denied("StringNotEquals", "aws:PrincipalAccount", TestLake.Account), AccessCheckName.IamCatalog, AccessCheckStatus.Passed, "" },
        { Denied("StringNotEquals", "aws:ResourceAccount", TestLake.Account), AccessCheckName.IamCatalog, AccessCheckStatus.Passed, "" },
        { Denied("ArnNotLike", "aws:PrincipalArn", "arn:aws:iam::*:role/Other"), AccessCheckName.IamCatalog, AccessCheckStatus.Failed, "" },
        { Denied("StringNotEquals", "aws:PrincipalType", "AssumedRole"), AccessCheckName.IamCatalog, AccessCheckStatus.Passed, "" },
        { Denied("Bool", "aws:PrincipalIsAWSService", "false"), AccessCheckName.IamCatalog, AccessCheckStatus.Failed, "" },

        // Keys that such a request does not have: of other services, of tagging, of a user, of a listing.
        { Denied("StringNotLike", "s3:prefix", "a/*"), AccessCheckName.IamCatalog, AccessCheckStatus.Failed, "" },
        { Allow("StringLike", "s3:prefix", "a/*"), AccessCheckName.IamCatalog, AccessCheckStatus.Failed, "" },
        { Denied("StringEquals", "aws:RequestTag/a", "b"), AccessCheckName.IamCatalog, AccessCheckStatus.Passed, "" },
        { Denied("StringEquals", "aws:username", "ada"), AccessCheckName.IamCatalog, AccessCheckStatus.Passed, "" },
        { Denied("StringLike", "s3:prefix", "a/*"), AccessCheckName.IamData, AccessCheckStatus.Passed, "" },
        { Denied("StringEquals", "s3:VersionId", "b"), AccessCheckName.IamData, AccessCheckStatus.Unknown, "s3:VersionId" },

        // A request to S3 is made in the Region of the bucket.
        { Denied("StringNotEquals", "aws:RequestedRegion", "eu-central-1"), AccessCheckName.IamData, AccessCheckStatus.Passed, "" },
        { Denied("StringNotEquals", "aws:RequestedRegion", "eu-west-1"), AccessCheckName.IamData, AccessCheckStatus.Failed, "" },

        // What is refused for certain fails, whatever else is not known.
        {
            $$"""{"Effect":"Deny","Action":"glue:GetTable","Resource":"*"},{{Allow("StringLike", "s3:prefix", "a/*")}}""",
            AccessCheckName.IamCatalog, AccessCheckStatus.Failed, ""
        },
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task What_depends_on_the_request_is_not_known(
        string statements, AccessCheckName check, AccessCheckStatus expected, string key)
    {
        var found = await CheckAsync(check, statements);
        Assert.Equal($"{expected}", found.Status);
        Assert.Contains(key, found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Region_of_a_bucket_that_the_caller_does_not_see_is_not_known()
    {
        var found = await CheckAsync(
            AccessCheckName.IamData, Denied("StringNotEquals", "aws:RequestedRegion", "eu-central-1"), hasBucket: false);
        Assert.Equal("Unknown", found.Status);
        Assert.Contains("aws:RequestedRegion", found.Text, StringComparison.Ordinal);
    }

    /// <summary>SimulatePrincipalPolicy has one result for several resources, or one for each; and does not name the condition keys of
    /// service control policies (aws-cli, issue 10525).</summary>
    [Fact]
    public void A_result_has_a_decision_for_each_resource()
    {
        var result = new EvaluationResult
        {
            EvalActionName = "glue:GetTable",
            EvalDecision = "explicitDeny",
            ResourceSpecificResults =
            [
                new() { EvalResourceName = "a", EvalResourceDecision = "explicitDeny" },
                new() { EvalResourceName = "b", EvalResourceDecision = "allowed", MissingContextValues = ["aws:SourceVpc", "x:y"] },
            ],
        };
        var answers = PolicyAnswer.Of(result, key => key != "x:y").ToList();
        Assert.Equal([false, true], answers.Select(answer => answer.IsAllowed));
        Assert.Equal([false, true], answers.Select(answer => answer.IsOpen));
        Assert.Equal(["aws:SourceVpc"], answers[1].Missing);
        result.OrganizationsDecisionDetail = new OrganizationsDecisionDetail { AllowedByOrganizations = false };
        Assert.True(PolicyAnswer.Of(result, _ => true).First().IsOpen);
    }

    [Fact]
    public async Task A_policy_of_least_privilege_is_enough()
    {
        var above = $"\"{Catalog}catalog\",\"{Catalog}database/d\"";
        var table = $"\"{Catalog}table/d/t\"";
        string[] needed =
            [On("glue:GetDatabase", above), On("glue:GetTable", $"{above},{table}"), On("glue:GetPartitions", $"{above},{table}")];
        Assert.Equal("Passed", (await CheckAsync(AccessCheckName.IamCatalog, string.Join(',', needed))).Status);
        foreach (var one in needed)
            Assert.Equal("Failed", (await CheckAsync(AccessCheckName.IamCatalog, string.Join(',', needed.Except([one])))).Status);
    }

    [Theory]
    [InlineData("lnk", "t")]
    [InlineData("d", "lnk")]
    public async Task A_link_needs_permissions_on_itself_and_on_its_target(string database, string table)
    {
        var link = On("glue:Get*", $"\"{Catalog}catalog\",\"{Catalog}database/{database}\",\"{Catalog}table/{database}/{table}\"");
        var target = On("glue:Get*", $"\"{Catalog}catalog\",\"{Catalog}database/d\",\"{Catalog}table/d/t\"");
        Assert.Equal("Failed", (await CheckAsync(AccessCheckName.IamCatalog, link, database, table)).Status);
        Assert.Equal("Failed", (await CheckAsync(AccessCheckName.IamCatalog, target, database, table)).Status);
        Assert.Equal("Passed", (await CheckAsync(AccessCheckName.IamCatalog, $"{link},{target}", database, table)).Status);
    }

    /// <summary>Glue developer guide, specifying resource ARNs: federated catalogs of S3 tables.</summary>
    [Fact]
    public void ARNs_have_the_path_of_a_nested_catalog()
    {
        const string Id = $"{TestLake.Account}:s3tablescatalog/bucket";
        Assert.Equal(
            [$"{Catalog}catalog", $"{Catalog}catalog/s3tablescatalog", $"{Catalog}catalog/s3tablescatalog/bucket"],
            GlueArn.Catalogs("eu-central-1", Id));
        Assert.Equal($"{Catalog}database/s3tablescatalog/bucket/ns", GlueArn.Database("eu-central-1", Id, "ns"));
        Assert.Equal($"{Catalog}table/s3tablescatalog/bucket/ns/t", GlueArn.Table("eu-central-1", Id, "ns", "t"));
    }

    public void Dispose() => _lake.Dispose();

    private static string Allow(string comparison, string key, string value) => Statement("Allow", comparison, key, value);

    private static string Denied(string comparison, string key, string value) => $"{Open},{Statement("Deny", comparison, key, value)}";

    private static string Statement(string effect, string comparison, string key, string value) =>
        """{"Effect":"EFFECT","Action":"*","Resource":"*","Condition":{"OPERATOR":{"KEY":"VALUE"}}}"""
            .Replace("EFFECT", effect, StringComparison.Ordinal).Replace("OPERATOR", comparison, StringComparison.Ordinal)
            .Replace("KEY", key, StringComparison.Ordinal).Replace("VALUE", value, StringComparison.Ordinal);

    private static string On(string action, string resources) =>
        $$"""{"Effect":"Allow","Action":"{{action}}","Resource":[{{resources}}]}""";

    private async Task<LakeAccessCheck> CheckAsync(AccessCheckName name, string statements, string database = "d", string table = "t",
        bool hasBucket = true)
    {
        var connection = _lake.Connect();
        var clients = connection.Clients;
        if (!await HasDatabaseAsync(clients.Glue)) await FillAsync(connection, hasBucket);
        await clients.Iam.PutRolePolicyAsync(new PutRolePolicyRequest
        {
            RoleName = "Analyst", PolicyName = "own", PolicyDocument = $$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""",
        }, Ct);
        var question = new AccessCheckQuestion(LakePrincipal.Parse(TestLake.Analyst, LakeHome.Embedded), database, table);
        await foreach (var check in new AccessCheckService(connection).CheckAsync(question, Ct))
            if (check.Name == $"{name}") return check;
        throw new InvalidOperationException($"There is no check {name}.");
    }

    private static async Task<bool> HasDatabaseAsync(Amazon.Glue.IAmazonGlue glue) =>
        (await glue.GetDatabasesAsync(new GetDatabasesRequest(), Ct)).DatabaseList is { Count: > 0 };

    private static async Task FillAsync(LakeConnection connection, bool hasBucket)
    {
        var clients = connection.Clients;
        await clients.Glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = "d" } }, Ct);
        var target = new DatabaseIdentifier { CatalogId = TestLake.Account, DatabaseName = "d" };
        await clients.Glue.CreateDatabaseAsync(
            new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = "lnk", TargetDatabase = target } }, Ct);
        var table = new TableInput { Name = "t", StorageDescriptor = new StorageDescriptor { Location = "s3://mine/t/" } };
        await clients.Glue.CreateTableAsync(new CreateTableRequest { DatabaseName = "d", TableInput = table }, Ct);
        var linked = new TableIdentifier { CatalogId = TestLake.Account, DatabaseName = "d", Name = "t" };
        await clients.Glue.CreateTableAsync(
            new CreateTableRequest { DatabaseName = "d", TableInput = new TableInput { Name = "lnk", TargetTable = linked } }, Ct);
        await clients.Iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "Analyst", AssumeRolePolicyDocument = Trust }, Ct);
        if (hasBucket) await clients.S3.PutBucketAsync("mine", Ct);
    }
}
