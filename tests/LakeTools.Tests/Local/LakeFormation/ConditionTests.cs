using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>
/// Grants and opt-ins under conditions, after the developer guide's pages on attribute-based access control: what they are stored as, what
/// is refused, and by which tags they are decided.
/// </summary>
public sealed class ConditionTests : GuardedLake
{
    private const string Everybody = TestLake.Account + ":IAMPrincipals";
    private const string Sales = "context.iam.principalTags.hasTag(\"team\") && context.iam.principalTags.getTag(\"team\") == \"sales\"";
    private const string Hr = "context.iam.principalTags.getTag(\"team\") == \"hr\"";

    private static readonly LakeResource s_tagged = LakeResource.Tagged(TaggedResourceType.Table, TagExpression.Of([new("k", ["x"])]));

    private static LakeGrant Of(string? condition, PermissionSet permissions = PermissionSet.Select, string principal = Everybody) =>
        new(principal, Orders, permissions) { Condition = condition };

    [Fact]
    public async Task A_grant_under_a_condition_is_a_grant_of_its_own()
    {
        var granted = new[] { Of(Sales), Of(Hr, PermissionSet.Describe), Of(null, PermissionSet.Insert) };
        foreach (var grant in granted) await Administrator.GrantAsync(grant, Ct);
        await Administrator.GrantAsync(Of(Sales, PermissionSet.Insert), Ct);
        var listed = CanonicalGrants.FromListed(await Administrator.ListAsync(100, Ct), TestLake.Account);
        Assert.Equal(
            [(null, PermissionSet.Insert), (Hr, PermissionSet.Describe), (Sales, PermissionSet.Select | PermissionSet.Insert)],
            listed.Select(grant => (grant.Condition, grant.Permissions)));

        // A revoke names the grant by its condition, letter by letter.
        Assert.Equal("InvalidInputException", await ErrorOf(() => Administrator.RevokeAsync(Of(null), Ct)));
        Assert.Equal("InvalidInputException", await ErrorOf(() => Administrator.RevokeAsync(Of(Sales + " "), Ct)));
        await Administrator.RevokeAsync(Of(Sales, PermissionSet.Select | PermissionSet.Insert), Ct);
        Assert.Equal([null, Hr], (await Administrator.ListAsync(100, Ct)).Select(grant => grant.Condition).Order());
    }

    [Fact]
    public async Task The_tags_of_a_role_decide()
    {
        await Administrator.GrantAsync(Of(Sales), Ct);
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ColumnsOf(Visitor)));
        await TagAsync("hr");
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ColumnsOf(Visitor)));
        await TagAsync("sales");
        Assert.Equal("id day amount", await ColumnsOf(Visitor));
        // The considerations: the parent stays hidden.
        Assert.Equal("AccessDeniedException", await ErrorOf(() =>
            Visitor.Glue.GetDatabaseAsync(new Amazon.Glue.Model.GetDatabaseRequest { Name = "sales" }, Ct)));
    }

    [Theory]
    [InlineData("team", "sales", true)]
    [InlineData("Team", "sales", false)]
    [InlineData("team", "SALES", false)]
    [InlineData("team", "hr", false)]
    public async Task The_tags_of_a_session_decide_and_take_the_place_of_the_roles(string key, string value, bool opens)
    {
        await TagAsync("other");
        await Administrator.GrantAsync(Of(Sales), Ct);
        using var sts = new AmazonSecurityTokenServiceClient(Lake.CredentialsOf(), Lake.Configure(new AmazonSecurityTokenServiceConfig()));
        var keys = (await sts.AssumeRoleAsync(new AssumeRoleRequest
        {
            RoleArn = Guest,
            RoleSessionName = "tagged",
            Tags = [new Amazon.SecurityToken.Model.Tag { Key = key, Value = value }],
        }, Ct)).Credentials;
        using var glue = new Amazon.Glue.AmazonGlueClient(
            new SessionAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken),
            Lake.Configure(new Amazon.Glue.AmazonGlueConfig()));
        var request = new Amazon.Glue.Model.GetTableRequest { DatabaseName = "sales", Name = "orders" };
        if (opens) Assert.Equal("orders", (await glue.GetTableAsync(request, Ct)).Table.Name);
        else Assert.Equal("AccessDeniedException", await ErrorOf(() => glue.GetTableAsync(request, Ct)));
    }

    public static TheoryData<string, LakeResource, string?, string[], string> Refused => new()
    {
        { Everybody, Orders, Sales, ["SELECT"], "InvalidInputException" }, // no grant option
        { Everybody, Orders, "true", [], "InvalidInputException" },
        { Everybody, Orders, "", [], "InvalidInputException" },
        { Everybody, Orders, null, [], "InvalidInputException" },
        { Everybody, Orders, "context.iam.principalTags.getTag(\"team\") == 1", [], "InvalidInputException" },
        { Everybody, Orders, Sales.PadRight(3001), [], "ValidationException" },
        { Everybody, s_tagged, Sales, [], "InvalidInputException" },
        { "IAM_ALLOWED_PRINCIPALS", Orders, Sales, [], "InvalidInputException" },
        { "arn:aws:identitystore:::user/a", Orders, Sales, [], "InvalidInputException" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task What_goes_with_no_condition_is_refused_and_leaves_nothing(string principal, LakeResource resource, string? condition,
        string[] grantable, string expected)
    {
        await Administrator.LakeFormation.CreateLFTagAsync(new CreateLFTagRequest { TagKey = "k", TagValues = ["x"] }, Ct);
        var request = new GrantPermissionsRequest
        {
            Principal = new DataLakePrincipal { DataLakePrincipalIdentifier = principal },
            Resource = LakeClients.ToWire(resource),
            Permissions = ["SELECT"],
            PermissionsWithGrantOption = [.. grantable],
            Condition = new Condition { Expression = condition },
        };
        Assert.Equal(expected, await ErrorOf(() => Administrator.LakeFormation.GrantPermissionsAsync(request, Ct)));
        Assert.Empty(await Administrator.ListAsync(100, Ct));
    }

    [Fact]
    public async Task An_opt_in_under_a_condition_is_one_of_its_own()
    {
        foreach (var condition in new[] { null, Sales, Hr })
            await Administrator.LakeFormation.CreateLakeFormationOptInAsync(new CreateLakeFormationOptInRequest
            {
                Principal = new DataLakePrincipal { DataLakePrincipalIdentifier = Everybody },
                Resource = LakeClients.ToWire(Orders),
                Condition = condition is null ? null : new Condition { Expression = condition },
            }, Ct);
        await Administrator.LakeFormation.DeleteLakeFormationOptInAsync(new DeleteLakeFormationOptInRequest
        {
            Principal = new DataLakePrincipal { DataLakePrincipalIdentifier = Everybody },
            Resource = LakeClients.ToWire(Orders),
        }, Ct);
        var left = await Administrator.LakeFormation.ListLakeFormationOptInsAsync(new ListLakeFormationOptInsRequest(), Ct);
        Assert.Equal([Sales, Hr], left.LakeFormationOptInsInfoList.Select(optIn => optIn.Condition.Expression));
    }

    private async Task TagAsync(string team)
    {
        using var iam = new AmazonIdentityManagementServiceClient(Lake.CredentialsOf(),
            Lake.Configure(new AmazonIdentityManagementServiceConfig()));
        const string trust = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"glue.amazonaws.com"},"Action":"sts:AssumeRole"}]}
            """;
        var name = Guest[(Guest.LastIndexOf('/') + 1)..];
        try
        {
            await iam.CreateRoleAsync(new CreateRoleRequest { RoleName = name, AssumeRolePolicyDocument = trust }, Ct);
        }
        catch (EntityAlreadyExistsException)
        {
            // tagged anew
        }

        await iam.TagRoleAsync(new TagRoleRequest { RoleName = name,
            Tags = [new Amazon.IdentityManagement.Model.Tag { Key = "team", Value = team }] }, Ct);
    }
}
