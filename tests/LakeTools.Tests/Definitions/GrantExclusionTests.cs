using LakeTools.Core.Definitions.Publishing;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Definitions;

/// <summary>What is left of a definition's grants once some permissions are excluded.</summary>
public sealed class GrantExclusionTests
{
    private const string Account = "111122223333";
    private const string Who = "arn:aws:iam::111122223333:role/analyst";

    private static readonly LakeResource s_table = LakeResource.Table("sales", "orders", Account);

    [Theory]
    [InlineData(new[] { "SELECT", "INSERT" }, new[] { "SELECT" }, new[] { "INSERT" })]
    [InlineData(new[] { "SELECT", "INSERT" }, new[] { "SELECT", "INSERT" }, new string[0])]
    [InlineData(new[] { "SELECT" }, new[] { "SELECT", "DELETE" }, new string[0])]
    [InlineData(new[] { "ALL" }, new[] { "ALL", "SELECT", "INSERT", "DELETE", "DESCRIBE", "ALTER", "DROP" }, new string[0])]
    [InlineData(new[] { "ALL" }, new[] { "SELECT", "INSERT", "DELETE" }, new[] { "ALTER", "DESCRIBE", "DROP" })]
    public void Permissions_are_left_out(string[] wanted, string[] excluded, string[] left)
    {
        var exclusion = Exclude([Grant(s_table, wanted)], Permission(s_table, excluded));
        Assert.Equal(left, Left(exclusion).SelectMany(grant => grant.Permissions.Names()).Order(StringComparer.Ordinal));
        Assert.Equal((1, 0), (exclusion.Named, exclusion.Foreign));
    }

    [Fact]
    public void The_grant_option_goes_with_the_permission()
    {
        var exclusion = Exclude([Grant(s_table, ["SELECT", "INSERT"], ["SELECT", "INSERT"])], Permission(s_table, ["SELECT"]));
        Assert.Equal(PermissionSet.Insert, Assert.Single(Left(exclusion)).Grantable);
    }

    [Fact]
    public void Columns_are_left_out_one_by_one()
    {
        LakeResource Columns(params string[] names) => LakeResource.Columns("sales", "orders", names, null, Account);
        var exclusion = Exclude([Grant(Columns("id", "region"), ["SELECT"])], Permission(Columns("id"), ["SELECT"]));
        Assert.Equal(["region"], Assert.Single(Left(exclusion)).Resource.ColumnNames);
    }

    [Fact]
    public void What_the_definition_does_not_have_is_counted()
    {
        var other = LakeResource.Table("hr", "people", Account);
        var exclusion = Exclude([Grant(s_table, ["SELECT"])], Permission(other, ["SELECT"]));
        Assert.Equal((0, 1), (exclusion.Named, exclusion.Foreign));
        Assert.Single(Left(exclusion));
    }

    private static GrantExclusion Exclude(LakeGrant[] grants, LakePermission excluded) => GrantExclusion.From(
        new DefinitionContent("sales", new LakeState(GrantFacts.Items(grants, Account)), Ownership.None), [excluded], Account);

    private static List<LakeGrant> Left(GrantExclusion exclusion) => [.. exclusion.Content.Desired.Items.SelectMany(GrantFacts.Grants)];

    private static LakeGrant Grant(LakeResource resource, string[] permissions, string[]? grantable = null) =>
        new(Who, resource, PermissionNames.Parse(permissions), PermissionNames.Parse(grantable ?? []));

    private static LakePermission Permission(LakeResource resource, string[] permissions) =>
        new(resource) { Principal = Who, Permission = permissions };
}
