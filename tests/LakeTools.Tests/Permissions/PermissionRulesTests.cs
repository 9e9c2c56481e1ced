using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using Xunit;

namespace LakeTools.Tests.Permissions;

public sealed class PermissionRulesTests
{
    private const string Account = "111122223333";
    private static readonly LakeHome s_home = LakeHome.Embedded with { AccountId = Account };
    private const string Role = "arn:aws:iam::111122223333:role/analyst";
    private const string Other = "444455556666";
    private const string OtherRole = "arn:aws:iam::444455556666:role/analyst";

    public static TheoryData<LakeResource, string> Taken => new()
    {
        // Developer guide, Lake Formation permissions reference.
        {
            LakeResource.Catalog(),
            "ALL, ALTER, DROP, DESCRIBE, CREATE_DATABASE, CREATE_LF_TAG, CREATE_LF_TAG_EXPRESSION, CREATE_CATALOG"
        },
        { LakeResource.Catalog(Account + ":s3tablescatalog/b"), "ALL, ALTER, DROP, DESCRIBE, CREATE_DATABASE, SUPER_USER" },
        { LakeResource.Database("d"), "ALL, ALTER, DROP, DESCRIBE, CREATE_TABLE" },
        { LakeResource.Table("d", "t"), "ALL, SELECT, ALTER, DROP, DELETE, INSERT, DESCRIBE" },
        { LakeResource.AllTables("d"), "ALL, SELECT, ALTER, DROP, DELETE, INSERT, DESCRIBE" },
        { LakeResource.Columns("d", "t", ["a"]), "SELECT" },
        { LakeResource.Columns("d", "t", null, ["a"]), "SELECT" },
        { LakeResource.DataFilter("d", "t", "f"), "SELECT, DROP, DESCRIBE" },
        { LakeResource.Location("arn:aws:s3:::b/p"), "DATA_LOCATION_ACCESS" },
        { LakeResource.Tag("k", ["v"]), "ALTER, DROP, DESCRIBE, ASSOCIATE, GRANT_WITH_LF_TAG_EXPRESSION" },
        { LakeResource.Tagged(TaggedResourceType.Database, "e"), "ALL, ALTER, DROP, DESCRIBE, CREATE_TABLE" },
        { LakeResource.Tagged(TaggedResourceType.Table, "e"), "ALL, SELECT, ALTER, DROP, DELETE, INSERT, DESCRIBE" },

        // hashicorp/terraform-provider-aws#49089.
        { LakeResource.NamedTagExpression("e"), "ALL, ALTER, DROP, DESCRIBE, GRANT_WITH_LF_TAG_EXPRESSION" },

        // hashicorp/terraform-provider-aws#20108: a bare column wildcard is the table.
        { LakeResource.Columns("d", "t", null), "ALL, SELECT, ALTER, DROP, DELETE, INSERT, DESCRIBE" },
    };

    [Theory]
    [MemberData(nameof(Taken), DisableDiscoveryEnumeration = true)]
    public void A_resource_takes_what_the_reference_says(LakeResource resource, string expected) =>
        Assert.Equal(expected, PermissionRules.Taken(resource).ToText());

    // The same page, Super and SUPER_USER: the latter is no ALTER and no DROP on the catalog.
    [Theory]
    [InlineData("ALL", "ALL, ALTER, DROP, DESCRIBE, CREATE_DATABASE", "ALL")]
    [InlineData("SUPER_USER", "DESCRIBE, CREATE_DATABASE, SUPER_USER", "SUPER_USER")]
    [InlineData("SUPER_USER, ALTER", "ALTER, DESCRIBE, CREATE_DATABASE, SUPER_USER", "ALTER, SUPER_USER")]
    [InlineData("ALL, SUPER_USER, DROP", "ALL, ALTER, DROP, DESCRIBE, CREATE_DATABASE, SUPER_USER", "ALL, SUPER_USER")]
    public void SUPER_USER_and_ALL_on_a_catalog_stand_beside_each_other(string granted, string implied, string shortest)
    {
        var catalog = LakeResource.Catalog(Account + ":lake");
        var set = PermissionNames.Parse(granted.Split(", "));
        Assert.Equal(implied, PermissionRules.Implied(set, catalog).ToText());
        Assert.Equal(shortest, PermissionRules.Shortest(PermissionRules.Implied(set, catalog), catalog).ToText());
        var grant = new LakeGrant(Role, catalog, set, set);
        Assert.Equal(shortest, Assert.Single(CanonicalGrants.FromListed(CanonicalGrants.ToListed([grant]), Account)).Grantable.ToText());
    }

    public static TheoryData<string, ResourceInput, string[], string[], string[]> WrongRequests => new()
    {
        { "unknown", Table("d", "t"), ["WRITE"], [], [nameof(Fault.UnknownPermission)] },
        { "two unknown", Table("d", "t"), ["WRITE", "READ"], [], [nameof(Fault.UnknownPermission), nameof(Fault.UnknownPermission)] },
        { "select on database", Table("d", null), ["SELECT"], [], [nameof(Fault.PermissionNotForResource)] },
        { "create table on table", Table("d", "t"), ["CREATE_TABLE"], [], [nameof(Fault.PermissionNotForResource)] },
        { "all on location", new ResourceInput { DataLocation = "s3://b" }, ["ALL"], [], [nameof(Fault.PermissionNotForResource)] },
        { "grantable not granted", Table("d", "t"), ["SELECT"], ["INSERT"], [nameof(Fault.GrantableNotGranted)] },
        {
            "grantable with excluded columns", Table("d", "t") with { ExcludedColumnName = ["a"] }, ["SELECT"], ["SELECT"],
            [nameof(Fault.GrantableNeedsColumns)]
        },
        { "nothing named", new ResourceInput(), ["SELECT"], [], [nameof(Fault.ResourceMissing)] },
        { "two kinds", Table("d", "t") with { DataLocation = "s3://b" }, ["SELECT"], [], [nameof(Fault.ResourceAmbiguous)] },
        {
            "columns and excluded", Table("d", "t") with { ColumnName = ["a"], ExcludedColumnName = ["b"] }, ["SELECT"], [],
            [nameof(Fault.ResourceAmbiguous)]
        },
        { "table alone", Table(null, "t"), ["SELECT"], [], [nameof(Fault.ResourceIncomplete)] },
        { "columns of all tables", Table("d", "*") with { ColumnName = ["a"] }, ["SELECT"], [], [nameof(Fault.ResourceIncomplete)] },
        { "empty table", Table("d", ""), ["DROP"], [], [nameof(Fault.ResourceNameEmpty)] },
        {
            "expression without type", new ResourceInput { TagExpression = Expression }, ["SELECT"], [],
            [nameof(Fault.ResourceIncomplete)]
        },
        {
            "strange type", new ResourceInput { TagExpressionName = "e", ResourceType = "View" }, ["SELECT"], [],
            [nameof(Fault.UnknownResourceType)]
        },
        { "role as resource", new ResourceInput { ResourceArn = Role }, ["ALL"], [], [nameof(Fault.InvalidResourceArn)] },
        {
            "no location", new ResourceInput { DataLocation = "my-bucket" }, ["DATA_LOCATION_ACCESS"], [],
            [nameof(Fault.InvalidDataLocation)]
        },
        { "no permission", Table("d", "t"), [], [], [nameof(Fault.PermissionMissing)] },

        // One script asked for WRITE, and for a table's permission on a database: both in one error.
        {
            "both mistakes", Table("d", null), ["SELECT", "WRITE"], [],
            [nameof(Fault.UnknownPermission), nameof(Fault.PermissionNotForResource)]
        },
        {
            "both mistakes, two kinds",
            Table("d", "t") with { ResourceArn = "arn:aws:glue:us-east-1:111122223333:database/d" }, ["SELECT", "WRITE"], [],
            [nameof(Fault.ResourceAmbiguous), nameof(Fault.UnknownPermission)]
        },
    };

    [Theory]
    [MemberData(nameof(WrongRequests), DisableDiscoveryEnumeration = true)]
    public void Every_mistake_of_a_request_is_found(
        string name, ResourceInput resource, string[] permissions, string[] grantable, string[] expected)
    {
        var check = PermissionRules.Check(Request(resource, permissions, grantable), s_home);

        Assert.True(expected.SequenceEqual(check.Findings.Select(finding => finding.Id)), name + ": " + string.Join(", ", check.Findings));
        Assert.Empty(check.Grants);
        var error = Assert.Throws<LakeException>(() => check.GrantsOrThrow("target"));
        Assert.Equal(expected[0], error.Id);
        Assert.Equal("target", error.Target);
    }

    [Fact]
    public void A_wrong_principal_is_found_with_the_rest()
    {
        var request = Request(Table("d", "t"), ["WRITE"], []) with { Principal = ["analyst", Role] };
        var check = PermissionRules.Check(request, LakeHome.Embedded);
        Assert.Equal([nameof(Fault.UnknownPermission), nameof(Fault.InvalidPrincipal)], check.Findings.Select(finding => finding.Id));
    }

    // Each row: to whom, on what, what, with which grant option, and whether AWS takes it. The oracle has the pages.
    public static TheoryData<string, string, ResourceInput, string[], string[], bool> Foreign => new()
    {
        { "DROP on a database", Other, Table("d", null), ["DROP"], ["DROP"], false },
        { "ALL on a database", OtherRole, Table("d", null), ["ALL"], [], false },
        { "DESCRIBE on a database", Other, Table("d", null), ["DESCRIBE"], [], true },
        { "excluded columns", Other, Table("d", "t") with { ExcludedColumnName = ["a"] }, ["SELECT"], [], false },
        { "columns", Other, Table("d", "t") with { ColumnName = ["a"] }, ["SELECT"], ["SELECT"], true },
        { "ALTER on a tag", Other, new ResourceInput { TagKey = "k" }, ["ALTER"], ["ALTER"], false },
        { "DESCRIBE on a tag", Other, new ResourceInput { TagKey = "k" }, ["DESCRIBE"], ["DESCRIBE"], true },
        { "DESCRIBE on a tag, without option", Other, new ResourceInput { TagKey = "k" }, ["DESCRIBE"], [], false },
        { "a saved expression", OtherRole, new ResourceInput { TagExpressionName = "e" }, ["DESCRIBE"], [], false },
        { "CREATE_TABLE without option", Other, Table("d", null), ["CREATE_TABLE"], [], false },
        { "a role with option", OtherRole, Table("d", "t"), ["SELECT"], ["SELECT"], false },
        { "a role without", OtherRole, Table("d", "t"), ["SELECT"], [], true },
        { "the own account's role with option", Role, Table("d", null), ["DROP"], ["DROP"], true },
    };

    [Theory]
    [MemberData(nameof(Foreign), DisableDiscoveryEnumeration = true)]
    public void What_AWS_refuses_to_another_account_is_found(
        string name, string principal, ResourceInput resource, string[] permissions, string[] grantable, bool isTaken)
    {
        var check = PermissionRules.Check(Request(resource, permissions, grantable) with { Principal = [principal] }, s_home);
        string[] expected = isTaken ? [] : [nameof(Fault.CrossAccountGrantInvalid)];
        Assert.True(expected.SequenceEqual(check.Findings.Select(finding => finding.Id)), name);

        // What was granted before may be taken away, whatever it is; and a question grants nothing.
        var revoke = Request(resource, permissions, []) with { Principal = [principal], IsRevoke = true };
        Assert.Empty(PermissionRules.Check(revoke, s_home).Findings);
        Assert.Empty(PermissionRules.Check(revoke with { IsRevoke = false, IsQuestion = true }, s_home).Findings);
    }

    [Theory]
    [InlineData(51, 1, false)]
    [InlineData(1, 900, false)]
    [InlineData(50, 10, true)]
    public void An_expression_has_fifty_keys_and_900_bytes(int keys, int length, bool isTaken)
    {
        var expression = TagExpression.Of(Enumerable.Range(10, keys).Select(key =>
            KeyValuePair.Create($"k{key}", (IEnumerable<string>)[new string('v', length)])));
        var resource = new ResourceInput { TagExpression = expression, ResourceType = "Table" };
        string[] expected = isTaken ? [] : [nameof(Fault.TagExpressionTooLarge)];
        Assert.Equal(expected, PermissionRules.Check(Request(resource, ["SELECT"], []), s_home).Findings.Select(finding => finding.Id));
    }

    [Fact]
    public void A_good_request_gives_a_grant_a_principal()
    {
        var request = Request(Table("Sales", "Orders"), ["select", "Insert"], ["SELECT"]);
        var check = PermissionRules.Check(request with { Principal = ["role/analyst", Role, "user/u"] }, s_home);

        var table = LakeResource.Table("sales", "orders");
        Assert.Equal(
            [
                new LakeGrant(Role, table, PermissionSet.Select | PermissionSet.Insert, PermissionSet.Select),
                new LakeGrant("arn:aws:iam::111122223333:user/u", table, PermissionSet.Select | PermissionSet.Insert, PermissionSet.Select),
            ],
            check.GrantsOrThrow());
    }

    [Fact]
    public void A_grantable_permission_may_be_a_part_of_all()
    {
        Assert.Empty(PermissionRules.Check(Request(Table("d", "t"), ["ALL"], ["SELECT"]), LakeHome.Embedded).Findings);
    }

    [Fact]
    public void A_revoke_may_take_the_grant_option_alone()
    {
        var check = PermissionRules.Check(Request(Table("d", "t"), [], ["SELECT"]) with { IsRevoke = true }, LakeHome.Embedded);
        Assert.Equal([new LakeGrant(Role, LakeResource.Table("d", "t"), PermissionSet.None, PermissionSet.Select)], check.GrantsOrThrow());
    }

    [Theory]
    [InlineData("WRITE", "INSERT")]
    [InlineData("read", "SELECT")]
    [InlineData("SELCT", "SELECT")]
    [InlineData("Super", "ALL")]
    [InlineData("CREATE_TABLES", "CREATE_TABLE")]
    [InlineData("DataLocation", "DATA_LOCATION_ACCESS")]
    [InlineData("INSRET", "INSERT")]
    [InlineData("frobnicate", null)]
    [InlineData("", null)]
    public void What_was_meant_is_suggested(string typed, string? expected) => Assert.Equal(expected, PermissionNames.Suggest(typed));

    [Fact]
    public void Names_and_sets_agree()
    {
        foreach (var name in PermissionNames.All)
        {
            Assert.True(PermissionNames.TryParse(name.ToLowerInvariant().Replace('_', '-'), out var permission));
            Assert.Equal([name], permission.Names());
        }
    }

    private static TagExpression Expression => TagExpression.Of([new("domain", ["sales"])]);

    private static ResourceInput Table(string? database, string? table) => new() { DatabaseName = database, TableName = table };

    private static GrantRequest Request(ResourceInput resource, string[] permissions, string[] grantable) =>
        new() { Principal = [Role], Permission = permissions, GrantablePermission = grantable, Resource = resource };
}
