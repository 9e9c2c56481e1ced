using FsCheck;
using FsCheck.Fluent;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Core.Trails;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Trails;

/// <summary>Which grants are named unused: the rule of docs/Find-LakeUnusedPermission.md.</summary>
public sealed class UnusedRuleTests
{
    private const string Account = "111122223333";
    private const string P = $"arn:aws:iam::{Account}:role/p";
    private const string Q = $"arn:aws:iam::{Account}:role/q";

    private static readonly DateTime s_now = new(2026, 7, 1, 12, 0, 0, DateTimeKind.Local);
    private static readonly DateTime s_since = s_now.AddDays(-90);

    private static readonly string[] s_tables = ["t1", "t2"];
    private static readonly string[] s_databases = ["d1", "d2"];

    private static readonly Gen<LakePermission> s_grant =
        from principal in Gen.Elements(P, Q)
        from database in Gen.Elements(s_databases)
        from table in Gen.Elements(s_tables)
        from resource in Gen.Elements(
            LakeResource.Database(database, Account), LakeResource.Table(database, table, Account),
            LakeResource.AllTables(database, Account), LakeResource.Columns(database, table, ["a"], catalogId: Account),
            LakeResource.DataFilter(database, table, "f", Account))
        from age in Gen.Choose(0, 200)
        let permissions = resource.Kind == ResourceKind.Database ? PermissionSet.CreateTable : PermissionSet.Select
        select PermissionMapping.ToPermission(new LakeGrant(principal, resource, permissions, PermissionSet.None),
            updated: s_now.AddDays(-age));

    private static readonly Gen<TrailUse> s_use =
        from principal in Gen.Elements(P, Q)
        from database in Gen.Elements(s_databases)
        from table in Gen.Elements<string?>("t1", "t2", null)
        from age in Gen.Choose(0, 200)
        select new TrailUse(principal, s_now.AddDays(-age), database, table);

    // Calls by names, of which some are links and some are gone. "l1" is a link to d1, and "link" one to d1.t1.
    private static readonly Gen<TrailUse> s_call =
        from principal in Gen.Elements(P, Q)
        from database in Gen.Elements("d1", "d2", "l1", "gone")
        from table in Gen.Elements("t1", "t2", "link", "gone")
        from age in Gen.Choose(0, 200)
        select new TrailUse(principal, s_now.AddDays(-age), database, table) { Found = (database, table) };

    private static readonly Arbitrary<(LakePermission[] Grants, TrailUse[] Uses)> s_linkedWorlds =
        (from grants in Gen.ArrayOf(s_grant)
         from uses in Gen.ArrayOf(s_call)
         select (grants, uses)).ToArbitrary();

    private static readonly Arbitrary<(LakePermission[] Grants, TrailUse[] Uses, bool HasCalls)> s_worlds =
        (from grants in Gen.ArrayOf(s_grant)
         from uses in Gen.ArrayOf(s_use)
         from hasCalls in Gen.Elements(true, false)
         select (grants, uses, hasCalls)).ToArbitrary();

    [Fact]
    public void A_grant_that_an_event_used_is_never_named_unused() => Prop.ForAll(s_worlds, world =>
    {
        var unused = Unused(world.Grants, world.Uses, world.HasCalls);
        return world.Uses.Where(use => use.Time >= s_since && use.Table is not null).All(use => !unused.Any(grant => Covers(grant, use)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void An_event_of_a_database_keeps_a_grant_in_it() => Prop.ForAll(s_worlds, world =>
    {
        // Without what is unused, each event has a grant of its principal in its database, where there was one before.
        var unused = Unused(world.Grants, world.Uses, world.HasCalls);
        var left = world.Grants.Where(grant => !unused.Any(gone => ReferenceEquals(gone.Target, grant.Target)
            && gone.Principal == grant.Principal && gone.LastUpdated == grant.LastUpdated)).ToList();
        return world.Uses.Where(use => use.Time >= s_since && use.Table is null && world.HasCalls).All(use =>
            !world.Grants.Any(grant => IsIn(grant, use)) || left.Exists(grant => IsIn(grant, use)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void What_nothing_used_is_named_unless_it_is_younger() => Prop.ForAll(s_worlds, world =>
    {
        var unused = Unused(world.Grants, [], world.HasCalls);
        return unused.Count == world.Grants.Count(grant => grant.LastUpdated <= s_since
            && (world.HasCalls || grant.ResourceKind != nameof(ResourceKind.Database)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    /// <summary>Through a link a principal needs permissions on the link and on its target (Lake Formation developer guide, resource
    /// links).</summary>
    [Fact]
    public void A_grant_that_was_used_through_a_link_is_never_named_unused() => Prop.ForAll(s_linkedWorlds, world =>
    {
        var unused = Unused(world.Grants, world.Uses, hasCalls: true);
        return world.Uses.Where(use => use.Time >= s_since).All(use => !unused.Any(grant => MayBeOf(grant, use)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void The_last_use_before_the_days_is_told()
    {
        var last = s_now.AddDays(-100);
        var grant = Grant(LakeResource.Table("d1", "t1", Account), PermissionSet.Select | PermissionSet.Alter);
        var found = Assert.Single(Unused([grant], [new(P, last, "d1", "t1"), new(P, last.AddDays(-5), "d1", "t1")], hasCalls: true));
        Assert.Equal(last, found.LastUsed);
        Assert.Equal(["SELECT", "ALTER"], found.Permission);
        Assert.Equal(["SELECT"], Assert.Single(Unused([grant], [], hasCalls: false)).Permission);
    }

    /// <summary>Grants of which no event can tell, in a trail with all calls.</summary>
    public static TheoryData<string, string, bool> NotJudged => new()
    {
        { "IAM_ALLOWED_PRINCIPALS", "table", false },
        { "444455556666", "table", false },
        { "arn:aws:iam::444455556666:role/far", "table", false },
        { $"{Account}:IAMPrincipals", "table", false },
        { $"arn:aws:iam::{Account}:saml-provider/idp:user/ada", "table", false },
        { "arn:aws:identitystore:::group/1", "table", false },
        { P, "table", true },
        { P, "catalog", false },
        { P, "location", false },
        { P, "tag", false },
        { P, "link", false },
        { P, "hidden", false },
        { P, "foreign", false },
    };

    [Theory]
    [MemberData(nameof(NotJudged))]
    public void What_no_event_can_tell_of_is_not_judged(string principal, string on, bool isGrantable)
    {
        var resource = on switch
        {
            "catalog" => LakeResource.Catalog(Account),
            "location" => LakeResource.Location("arn:aws:s3:::bucket/p", Account),
            "tag" => LakeResource.Tag("k", ["v"], Account),
            "link" => LakeResource.Table("d1", "link", Account),
            "hidden" => LakeResource.Table("d3", "t1", Account),
            "foreign" => LakeResource.Table("d1", "t1", "444455556666"),
            _ => LakeResource.Table("d1", "t1", Account),
        };
        var grant = PermissionMapping.ToPermission(new LakeGrant(principal, resource, PermissionSet.Select,
            isGrantable ? PermissionSet.Select : PermissionSet.None), updated: s_now.AddYears(-1));
        Assert.Empty(Unused([grant], [], hasCalls: true));
    }

    [Fact]
    public void By_data_alone_nothing_is_said_of_what_leaves_no_event()
    {
        LakePermission[] grants =
        [
            Grant(LakeResource.Table("d1", "plain", Account)), Grant(LakeResource.AllTables("d1", Account)),
        ];
        Assert.Empty(Unused(grants, [], hasCalls: false, plain: true));
        Assert.Equal(2, Unused(grants, [], hasCalls: true, plain: true).Count);
    }

    private static LakePermission Grant(LakeResource resource, PermissionSet permissions = PermissionSet.Select) =>
        PermissionMapping.ToPermission(new LakeGrant(P, resource, permissions, PermissionSet.None), updated: s_now.AddYears(-1));

    private static List<LakePermission> Unused(LakePermission[] grants, IEnumerable<TrailUse> events, bool hasCalls, bool plain = false)
    {
        var (uses, reach) = (new TrailUses(s_since), new GrantReach());
        foreach (var use in events.Where(use => hasCalls || use.Table is not null)) uses.Add(use);
        foreach (var database in s_databases)
            foreach (var table in s_tables) reach.Add(database, table, isSeen: true);
        foreach (var database in s_databases) reach.AddLink(database, "link", ("d1", "t1"), isSeen: true);
        reach.AddLink("l1", "d1");
        if (plain) reach.Add("d1", "plain", isSeen: false);
        uses.Follow(reach);
        return [.. new UnusedRule(uses, reach, Account, s_since, hasCalls).Decide(grants)
            .Where(answer => answer.Use == GrantUse.Unused).Select(answer => answer.Grant)];
    }

    // Whether a call can have needed a grant: where a name is gone, it can have been a link.
    private static bool MayBeOf(LakePermission grant, TrailUse use) => grant.Principal == use.Principal && (use.Database, use.Table) switch
    {
        ("d1" or "d2" or "l1", "gone") => true,
        ("gone", var table) => grant.TableName is null or "*" || grant.TableName == table,
        ("l1", "link") or (_, "link") => Covers(grant, use with { Database = "d1", Table = "t1" }),
        ("l1", _) => Covers(grant, use with { Database = "d1" }),
        _ => Covers(grant, use),
    };

    private static bool IsIn(LakePermission grant, TrailUse use) =>
        grant.Principal == use.Principal && grant.DatabaseName == use.Database;

    private static bool Covers(LakePermission grant, TrailUse use) =>
        IsIn(grant, use) && (grant.TableName is null or "*" || grant.TableName == use.Table);
}
