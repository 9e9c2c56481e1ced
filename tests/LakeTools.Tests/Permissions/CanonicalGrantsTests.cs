using FsCheck;
using FsCheck.Fluent;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using Xunit;

namespace LakeTools.Tests.Permissions;

public sealed class CanonicalGrantsTests
{
    private const string Account = LakeArbitrary.Account;
    private const string P = "arn:aws:iam::111122223333:role/p";

    private const PermissionSet AllButSelect =
        PermissionSet.Alter | PermissionSet.Drop | PermissionSet.Delete | PermissionSet.Insert | PermissionSet.Describe;

    private static readonly Config s_thorough = Config.QuickThrowOnFailure.WithMaxTest(2000);
    private static readonly Arbitrary<LakeGrant[]> s_grants = LakeArbitrary.Grants.ToArbitrary();
    private static readonly Arbitrary<LakeGrant> s_grant = LakeArbitrary.Grant.ToArbitrary();
    private static readonly LakeResource s_table = LakeResource.Table("d", "t", Account);

    [Fact]
    public void Canonical_of_canonical_is_the_same() => Prop.ForAll(s_grants, grants =>
    {
        var once = CanonicalGrants.Of(grants, Account);
        return once.SequenceEqual(CanonicalGrants.Of(once, Account));
    }).Check(s_thorough);

    [Fact]
    public void Order_does_not_matter() => Prop.ForAll(s_grants, grants =>
        CanonicalGrants.Of(grants, Account).SequenceEqual(CanonicalGrants.Of(Enumerable.Reverse(grants), Account)))
        .Check(s_thorough);

    [Fact]
    public void Listing_loses_nothing_but_what_stands_beside_all() => Prop.ForAll(s_grants, grants =>
    {
        var canonical = CanonicalGrants.Of(grants, Account);
        return CanonicalGrants.FromListed(CanonicalGrants.ToListed(canonical), Account)
            .SequenceEqual(CanonicalGrants.FromListed(canonical, Account));
    }).Check(s_thorough);

    [Fact]
    public void A_revoke_undoes_a_grant_of_what_was_not_held() => Prop.ForAll(s_grants, s_grant, (grants, grant) =>
    {
        // What is held of the same slots is put aside first; what is left shares nothing with the grant.
        var before = CanonicalGrants.Remove(grants, grant, Account);
        var after = CanonicalGrants.Remove(CanonicalGrants.Add(before, grant, Account), grant, Account);
        return before.SequenceEqual(after);
    }).Check(s_thorough);

    [Fact]
    public void A_revoke_leaves_nothing_of_what_it_names() => Prop.ForAll(s_grants, s_grant, (grants, revoke) =>
    {
        var once = CanonicalGrants.Remove(grants, revoke, Account);
        return once.SequenceEqual(CanonicalGrants.Remove(once, revoke, Account))
            && once.Where(left => left.Principal == revoke.Principal && left.Resource == revoke.Resource.Canonical(Account))
                .All(left => (left.Permissions & revoke.Permissions) == 0);
    }).Check(s_thorough);

    [Fact]
    public void What_may_be_passed_on_may_be_done() => Prop.ForAll(s_grants, grants =>
        CanonicalGrants.Of(grants, Account).All(grant => (Implied(grant.Grantable, grant) & ~Implied(grant.Permissions, grant)) == 0))
        .Check(s_thorough);

    [Fact]
    public void One_grant_for_one_principal_and_resource() => Prop.ForAll(s_grants, grants =>
        CanonicalGrants.Of(grants, Account).GroupBy(grant => (grant.Principal, grant.Resource)).All(group => group.Count() == 1))
        .Check(s_thorough);

    // hashicorp/terraform-provider-aws, filter.go: what ListPermissions answers after a grant.
    [Fact]
    public void Select_on_a_table_is_listed_with_a_column_wildcard() => Assert.Equal(
        [
            new LakeGrant(P, s_table, PermissionSet.Alter),
            new LakeGrant(P, LakeResource.Columns("d", "t", null, null, Account), PermissionSet.Select, PermissionSet.Select),
        ],
        CanonicalGrants.ToListed(new LakeGrant(P, s_table, PermissionSet.Select | PermissionSet.Alter, PermissionSet.Select)));

    [Fact]
    public void All_tables_are_listed_by_their_name() => Assert.Equal(
        [new LakeGrant(P, LakeResource.Columns("d", "ALL_TABLES", null, null, Account), PermissionSet.Select)],
        CanonicalGrants.ToListed(new LakeGrant(P, LakeResource.AllTables("d", Account), PermissionSet.Select)));

    [Fact]
    public void All_is_one_permission_again() => Assert.Equal(
        [new LakeGrant(P, s_table, PermissionSet.All)],
        CanonicalGrants.FromListed(
            [
                new LakeGrant(P, s_table, PermissionSet.All | AllButSelect),
                new LakeGrant(P, LakeResource.Columns("d", "t", null), PermissionSet.Select),
            ],
            Account));

    [Fact]
    public void No_permission_is_taken_out_of_all() => Assert.Equal(
        [new LakeGrant(P, s_table, PermissionSet.All)],
        CanonicalGrants.Remove([new LakeGrant(P, s_table, PermissionSet.All)], new LakeGrant(P, s_table, PermissionSet.Select), Account));

    // Developer guide, permissions reference, Super.
    [Fact]
    public void All_is_revoked_alone() => Assert.Equal(
        [new LakeGrant(P, s_table, PermissionSet.Select | PermissionSet.Insert)],
        CanonicalGrants.Remove(
            [new LakeGrant(P, s_table, PermissionSet.All | PermissionSet.Select | PermissionSet.Insert)],
            new LakeGrant(P, s_table, PermissionSet.All),
            Account));

    [Fact]
    public void The_grant_option_goes_alone() => Assert.Equal(
        [new LakeGrant(P, s_table, PermissionSet.Select)],
        CanonicalGrants.Remove(
            [new LakeGrant(P, s_table, PermissionSet.Select, PermissionSet.Select)],
            new LakeGrant(P, s_table, PermissionSet.None, PermissionSet.Select),
            Account));

    [Fact]
    public void Columns_with_equal_rights_are_one_grant() => Assert.Equal(
        [
            new LakeGrant(P, LakeResource.Columns("d", "t", ["a", "c"], null, Account), PermissionSet.Select),
            new LakeGrant(P, LakeResource.Columns("d", "t", ["b"], null, Account), PermissionSet.Select, PermissionSet.Select),
        ],
        CanonicalGrants.Of(
            [
                new LakeGrant(P, LakeResource.Columns("d", "t", ["B", "a"]), PermissionSet.Select),
                new LakeGrant(P, LakeResource.Columns("d", "t", ["c"]), PermissionSet.Select),
                new LakeGrant(P, LakeResource.Columns("D", "T", ["b"]), PermissionSet.Select, PermissionSet.Select),
            ],
            Account));

    [Fact]
    public void A_column_cannot_be_taken_out_of_a_table()
    {
        LakeGrant[] held = [new(P, s_table, PermissionSet.Select)];
        var column = new LakeGrant(P, LakeResource.Columns("d", "t", ["a"]), PermissionSet.Select);
        Assert.Equal(held, CanonicalGrants.Remove(held, column, Account));
    }

    private static PermissionSet Implied(PermissionSet permissions, LakeGrant of) => PermissionRules.Implied(permissions, of.Resource);
}
