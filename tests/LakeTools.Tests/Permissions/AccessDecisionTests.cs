using FsCheck;
using FsCheck.Fluent;
using LakeTools.Rules.Access;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Tests.Permissions;

public sealed class AccessDecisionTests
{
    private const string Account = LakeArbitrary.Account;
    private const string P = $"arn:aws:iam::{Account}:role/p";
    private const string Everything = "ALL SELECT ALTER DROP DELETE INSERT DESCRIBE";
    private const string Everyone = LakePrincipal.IamAllowedPrincipalsId;

    private static readonly Config s_thorough = Config.QuickThrowOnFailure.WithMaxTest(2000);
    private static readonly LakeResource s_database = LakeResource.Database("d1", Account);
    private static readonly LakeResource s_table = LakeResource.Table("d1", "t1", Account);

    private const string Nested = Account + ":s3tablescatalog/b";

    // Developer guide, permissions reference, SUPER_USER: every operation on the databases and tables within the catalog. Other permissions
    // on a catalog are about the catalog itself.
    [Theory]
    [InlineData(PermissionSet.SuperUser, Nested, Nested, true)]
    [InlineData(PermissionSet.SuperUser, Account + ":s3tablescatalog", Nested, true)]
    [InlineData(PermissionSet.SuperUser, Account + ":s3tablescatalog", Account + ":s3tablescatalogue/b", false)]
    [InlineData(PermissionSet.SuperUser, Nested, Account + ":s3tablescatalog/c", false)]
    [InlineData(PermissionSet.SuperUser, Nested, Account, false)]
    [InlineData(PermissionSet.All, Nested, Nested, false)]
    [InlineData(PermissionSet.Describe | PermissionSet.Alter | PermissionSet.Drop | PermissionSet.CreateDatabase, Nested, Nested, false)]
    public void SUPER_USER_alone_reaches_what_a_catalog_holds(PermissionSet granted, string on, string catalog, bool reaches)
    {
        var decision = new AccessDecision(With(Of(P, LakeResource.Catalog(on), granted)), P);
        LakeResource[] things = [LakeResource.Database("d1", catalog), LakeResource.Table("d1", "t1", catalog),
            LakeResource.AllTables("d1", catalog), LakeResource.Columns("d1", "t1", ["a"], null, catalog)];
        foreach (var thing in things)
        {
            var rights = decision.On(thing);
            Assert.Equal(reaches, rights.IsVisible);
            Assert.Equal(PermissionSet.None, rights.Grantable);
            Assert.Equal(reaches ? ["CatalogGrant"] : [], rights.Reasons.Select(reason => reason.Kind.ToString()));
            if (reaches) Assert.True(rights.Allows(thing.Kind == ResourceKind.Database ? PermissionSet.CreateTable : PermissionSet.Select));
        }
    }

    [Fact]
    public void SUPER_USER_with_the_grant_option_passes_on_what_the_catalog_holds_and_itself()
    {
        var grant = new LakeGrant(P, LakeResource.Catalog(Nested), PermissionSet.SuperUser, PermissionSet.SuperUser);
        var decision = new AccessDecision(With(grant), P);
        bool MayGrant(LakeResource thing, PermissionSet permission) => decision.MayGrant(new LakeGrant(P + "2", thing, permission));
        Assert.True(MayGrant(LakeResource.Table("d1", "t1", Nested), PermissionSet.All));
        Assert.True(MayGrant(LakeResource.Database("d1", Nested), PermissionSet.CreateTable));
        Assert.True(MayGrant(LakeResource.Catalog(Nested), PermissionSet.SuperUser));
        Assert.False(MayGrant(LakeResource.Catalog(Nested), PermissionSet.Drop));
        Assert.False(MayGrant(LakeResource.Table("d1", "t1"), PermissionSet.Select));
    }

    // Implicit permissions, catalog creators: all on the catalog, CREATE_DATABASE for others, nothing on what others make in it.
    [Fact]
    public void The_maker_of_a_catalog_has_the_catalog_and_not_what_others_make_in_it()
    {
        var decision = new AccessDecision(MadeBy(P, LakeResource.Catalog(Nested)), P);
        var rights = decision.On(LakeResource.Catalog(Nested));
        Assert.True(rights.Allows(PermissionSet.Drop) && rights.Allows(PermissionSet.Alter) && rights.Allows(PermissionSet.CreateDatabase));
        Assert.Equal(PermissionSet.CreateDatabase, rights.Grantable);
        Assert.False(decision.On(LakeResource.Database("d1", Nested)).IsVisible);
    }

    // Each row: what the lake knows, what P may do with d1.t1, the columns that P sees, and the kinds of reasons.
    public static TheoryData<string, MemoryFactsRow> Tables => new()
    {
        { "nothing", new(new(), "", "") },

        // Developer guide, implicit permissions: an administrator sees everything and may grant, but not read until granted.
        { "administrator", new(new() { Administrators = [P] }, "DESCRIBE", "a b c", AccessReasonKind.Administrator) },
        { "read-only", new(new() { ReadOnlyAdministrators = [P] }, "DESCRIBE", "a b c", AccessReasonKind.ReadOnlyAdministrator) },

        // Same: the maker of a table may do everything with it, the maker of its database nothing with tables of others.
        { "maker of the table", new(MadeBy(P, s_table), Everything, "a b c", AccessReasonKind.Creator) },
        { "maker of the database", new(MadeBy(P, s_database), "", "") },

        // Developer guide, metadata access control: SELECT, INSERT or DELETE show the table.
        { "select", new(With(Of(P, s_table, PermissionSet.Select)), "SELECT", "a b c", AccessReasonKind.Grant) },
        { "insert", new(With(Of(P, s_table, PermissionSet.Insert)), "INSERT", "a b c", AccessReasonKind.Grant) },
        { "all tables", new(With(Of(P, AllTables, PermissionSet.Select)), "SELECT", "a b c", AccessReasonKind.AllTablesGrant) },
        { "all tables of another", new(With(Of(P, LakeResource.AllTables("d2"), PermissionSet.Select)), "", "") },
        { "another principal", new(With(Of(P + "2", s_table, PermissionSet.Select)), "", "") },

        // Developer guide, column filtering.
        { "columns", new(With(Of(P, Columns(["b"]), PermissionSet.Select)), "", "b", AccessReasonKind.ColumnGrant) },
        { "all columns but", new(With(Of(P, Columns(null, ["b"]), PermissionSet.Select)), "", "a c", AccessReasonKind.ColumnGrant) },
        {
            "all columns but, twice",
            new(With(Of(P, Columns(null, ["b"]), PermissionSet.Select), Of(P, Columns(null, ["c"]), PermissionSet.Select)), "", "a b c",
                AccessReasonKind.ColumnGrant, AccessReasonKind.ColumnGrant)
        },

        // Developer guide, row filtering: a filter shows its columns; one that is gone shows nothing.
        {
            "filter",
            new(With(Of(P, Filter, PermissionSet.Select)) with { Filters = [Rows] }, "", "a",
                AccessReasonKind.FilterGrant)
        },
        { "filter that is gone", new(With(Of(P, Filter, PermissionSet.Select)), "", "") },
        {
            "describe on a filter",
            new(With(Of(P, Filter, PermissionSet.Describe)) with { Filters = [Rows] }, "", "")
        },

        // Developer guide, upgrading: with the group on a table, IAM alone decides.
        { "the group", new(With(Of(Everyone, s_table, PermissionSet.All)), Everything, "a b c", AccessReasonKind.IamAllowed) },

        // Same, how hybrid access mode works: not for who is opted in on the table, or on all tables. That an opt-in on the
        // database covers its tables is said nowhere.
        { "the group, opted in", new(With(Of(Everyone, s_table, PermissionSet.All)) with { OptIns = [(P, s_table)] }, "", "",
            AccessReasonKind.OptedIn) },
        {
            "the group, all tables opted in",
            new(With(Of(Everyone, s_table, PermissionSet.All)) with { OptIns = [(P, AllTables)] }, "", "", AccessReasonKind.OptedIn)
        },
        {
            "the group, database opted in",
            new(With(Of(Everyone, s_table, PermissionSet.All)) with { OptIns = [(P, s_database)] }, Everything, "a b c",
                AccessReasonKind.IamAllowed)
        },
        {
            "the group, another opted in",
            new(With(Of(Everyone, s_table, PermissionSet.All)) with { OptIns = [(P + "2", s_table)] }, Everything, "a b c",
                AccessReasonKind.IamAllowed)
        },
        {
            "the group, opted in with a grant",
            new(With(Of(Everyone, s_table, PermissionSet.All), Of(P, s_table, PermissionSet.Select)) with { OptIns = [(P, s_table)] },
                "SELECT", "a b c",
                AccessReasonKind.Grant, AccessReasonKind.OptedIn)
        },
        { "opted in where the group has nothing",
            new(With(Of(P, s_table, PermissionSet.Select)) with { OptIns = [(P, s_table)] }, "SELECT", "a b c", AccessReasonKind.Grant) },

        // hashicorp/terraform-provider-aws#38600: all IAM principals of an account.
        {
            "account's principals",
            new(With(Of(Account + ":IAMPrincipals", s_table, PermissionSet.Select)), "SELECT", "a b c", AccessReasonKind.Grant)
        },

        // Developer guide, tag-based access control: values are inherited, and the nearest one holds.
        { "tag of the database", new(Tagged(("d1", "x")), "SELECT", "a b c", AccessReasonKind.TagGrant) },
        { "other value on the table", new(Tagged(("d1", "x"), ("d1.t1", "y")), "", "") },
        { "tag of a column", new(Tagged(("d1", "y"), ("d1.t1.b", "x")), "", "b", AccessReasonKind.TagGrant) },
        { "other value on a column", new(Tagged(("d1", "x"), ("d1.t1.b", "y")), "", "a c", AccessReasonKind.TagGrant) },
        { "no tag", new(Tagged(), "", "") },

        // Developer guide, data filtering limitations: partition keys are not filtered.
        {
            "columns, beside a partition key",
            new(With(Of(P, Columns(["a"]), PermissionSet.Select)) with { PartitionKeys = ["c"] }, "", "a c", AccessReasonKind.ColumnGrant)
        },
        {
            "tag of a column, beside a partition key",
            new(Tagged(("d1", "y"), ("d1.t1.b", "x")) with { PartitionKeys = ["c"] }, "", "b c", AccessReasonKind.TagGrant)
        },
    };

    [Theory]
    [MemberData(nameof(Tables), DisableDiscoveryEnumeration = true)]
    public void A_table_is_open_as_the_guide_says(string name, MemoryFactsRow row)
    {
        var rights = new AccessDecision(row.Facts, P).OnTable("d1", "t1");

        Assert.True(row.Permissions == string.Join(' ', rights.Permissions.Names()), $"{name}: {rights.Permissions}");
        var columns = string.Join(' ', rights.VisibleColumns(row.Facts.Columns));
        Assert.True(row.Columns == columns, $"{name}: {columns}");
        Assert.Equal(row.Reasons, rights.Reasons.Select(reason => reason.Kind));
        Assert.Equal(row.Columns.Length > 0, rights.IsVisible);
    }

    [Fact]
    public void A_tag_that_only_some_columns_have_shows_no_other_column()
    {
        // Developer guide, tag-based notes: ALL becomes SELECT and DESCRIBE, of the columns that match.
        var facts = Tagged(("d1", "x"), ("d1.t1.b", "y")) with
        {
            Grants = [new(P, KIsX, PermissionSet.All)],
        };
        var rights = new AccessDecision(facts, P).OnTable("d1", "t1");
        Assert.True(rights.Allows(PermissionSet.Select));
        Assert.True(rights.Allows(PermissionSet.Describe));
        Assert.False(rights.Allows(PermissionSet.Drop));
        Assert.Equal(["a", "c"], rights.VisibleColumns(facts.Columns));
    }

    private const string Sales = "context.iam.principalTags.hasTag(\"team\") && context.iam.principalTags.getTag(\"team\") == \"sales\"";

    [Theory]
    [InlineData("team", "sales", true, "Grant")]
    [InlineData("team", "hr", false, "ConditionUnmet")]
    [InlineData("unit", "sales", false, "ConditionUnmet")]
    [InlineData(null, null, false, "ConditionUndecided")]
    public void A_grant_under_a_condition_counts_where_the_tags_meet_it(string? key, string? value, bool expected, string reason)
    {
        var facts = With(Of(Account + ":IAMPrincipals", s_table, PermissionSet.Select) with { Condition = Sales }) with
        {
            PrincipalTags = key is null ? PrincipalTags.NotKnown("why") : PrincipalTags.Of([new(key, value!)]),
        };
        var decision = new AccessDecision(facts, P);
        Assert.Equal(expected, decision.OnTable("d1", "t1").Allows(PermissionSet.Select));
        Assert.Equal([reason], decision.OnTable("d1", "t1").Reasons.Select(found => found.Kind.ToString()));
        // Developer guide, attribute-based access control considerations: the parent stays hidden.
        Assert.False(decision.OnDatabase("d1").IsVisible);
        Assert.Equal(expected, new AccessQuestion(facts, P, facts.AccountId).Ask(s_table, PermissionSet.Select).Allowed);
    }

    [Fact]
    public void A_condition_that_is_none_of_this_versions_opens_nothing()
    {
        var facts = With(Of(P, s_table, PermissionSet.All) with { Condition = "true" });
        Assert.False(new AccessDecision(facts, P).OnTable("d1", "t1").IsVisible);
        Assert.False(new AccessDecision(facts, P).MayGrant(Of(P + "2", s_table, PermissionSet.Select)));
    }

    [Theory]
    [InlineData("team", "sales", false)]
    [InlineData("team", "hr", true)]
    [InlineData(null, null, false)]
    [InlineData("AmazonDataZoneProject", "", false)] // the considerations: always treated as opted in
    public void An_opt_in_under_a_condition_closes_the_group_where_the_tags_may_meet_it(string? key, string? value, bool isOpen)
    {
        var facts = With(Of(LakePrincipal.IamAllowedPrincipalsId, s_table, PermissionSet.All)) with
        {
            ConditionalOptIns = [(Account + ":IAMPrincipals", s_table, Sales)],
            PrincipalTags = key is null ? PrincipalTags.NotKnown("why") : PrincipalTags.Of([new(key, value!)]),
        };
        Assert.Equal(isOpen, new AccessDecision(facts, P).OnTable("d1", "t1").Allows(PermissionSet.Select));
    }

    [Fact]
    public void A_grant_on_a_table_shows_its_database()
    {
        var rights = new AccessDecision(With(new LakeGrant(P, s_table, PermissionSet.Select)), P).OnDatabase("d1");
        Assert.Equal(PermissionSet.Describe, rights.Permissions);
        Assert.Equal([AccessReasonKind.GrantInside], rights.Reasons.Select(reason => reason.Kind));
    }

    // Developer guide, metadata access control.
    [Theory]
    [InlineData("x", true)]
    [InlineData("y", false)]
    public void A_grant_on_tagged_tables_shows_the_database_of_those_that_match(string value, bool expected)
    {
        var rights = new AccessDecision(Tagged(("d1.t1", value)), P).OnDatabase("d1");
        Assert.Equal(expected, rights.IsVisible);
    }

    [Fact]
    public void A_right_on_a_database_does_not_hide_what_a_grant_inside_shows()
    {
        var rights = new AccessDecision(With(Of(P, s_table, PermissionSet.Select), Of(P, s_database, PermissionSet.Drop)), P)
            .OnDatabase("d1");
        Assert.Equal(PermissionSet.Drop | PermissionSet.Describe, rights.Permissions);
    }

    [Theory]
    [InlineData("arn:aws:s3:::bucket/p", true)]
    [InlineData("arn:aws:s3:::bucket/p/q", true)]
    [InlineData("arn:aws:s3:::bucket/p2", false)]
    [InlineData("arn:aws:s3:::bucket", false)]
    public void A_location_opens_what_lies_under_it(string location, bool expected)
    {
        var facts = With(new LakeGrant(P, LakeResource.Location("arn:aws:s3:::bucket/p/"), PermissionSet.DataLocationAccess));
        Assert.Equal(expected, new AccessDecision(facts, P).OnLocation(location).Allows(PermissionSet.DataLocationAccess));
    }

    // Each row: on which values P holds what, which values are asked about, and what P has on them.
    public static TheoryData<string[], string, string[], string> TagValues => new()
    {
        { ["x"], "DESCRIBE", ["x"], "DESCRIBE" },
        { ["x"], "DESCRIBE", ["y"], "" },
        { ["x"], "DESCRIBE", ["x", "y"], "" },
        { ["x", "y"], "ASSOCIATE", ["y"], "ASSOCIATE" },
        { ["*"], "ASSOCIATE", ["x", "y"], "ASSOCIATE" },
        { ["x"], "ASSOCIATE", ["*"], "" },
        { ["x"], "ALTER", ["y"], "ALTER" },
        { ["x"], "DROP", ["*"], "DROP" },
    };

    [Theory]
    [MemberData(nameof(TagValues))]
    public void What_is_held_on_a_tag_is_held_on_its_values(string[] granted, string permission, string[] asked, string expected)
    {
        var facts = With(Of(P, LakeResource.Tag("k", granted, Account), PermissionNames.Parse([permission])));
        Assert.Equal(expected, string.Join(' ', new AccessDecision(facts, P).On(LakeResource.Tag("k", asked, Account))
            .Permissions.Names()));
    }

    [Fact]
    public void Values_held_one_by_one_are_held_together()
    {
        var facts = With(Of(P, LakeResource.Tag("k", ["x"], Account), PermissionSet.Associate),
            Of(P, LakeResource.Tag("k", ["y"], Account), PermissionSet.Associate));
        Assert.Equal(PermissionSet.Associate, new AccessDecision(facts, P).On(LakeResource.Tag("k", ["x", "y"], Account)).Permissions);
    }

    // Each row: the conditions that are granted on, those that are asked about, and whether the first cover the second.
    public static TheoryData<string, string, bool> Expressions => new()
    {
        { "k=x", "k=x", true },
        { "k=x,y", "k=x", true },
        { "k=x", "k=x,y", false },
        { "k=*", "k=x", true },
        { "k=x", "k=*", false },
        { "k=x", "k=x;l=z", true },
        { "k=x;l=z", "k=x", false },
        { "l=x", "k=x", false },
    };

    [Theory]
    [MemberData(nameof(Expressions))]
    public void A_grant_on_an_expression_covers_the_stricter_ones(string granted, string asked, bool expected)
    {
        static LakeResource Tagged(string text) =>
            LakeResource.Tagged(TaggedResourceType.Table, TagExpression.Of(text.Split(';').Select(part => part.Split('='))
            .Select(part => KeyValuePair.Create(part[0], (IEnumerable<string>)part[1].Split(',')))), Account);
        var decision = new AccessDecision(With(Of(P, Tagged(granted), PermissionSet.Select)), P);
        Assert.Equal(expected, decision.On(Tagged(asked)).Allows(PermissionSet.Select));
    }

    // Each row: what P holds and may pass on, what P wants to grant, and whether P may.
    public static TheoryData<string, MemoryFactsRow, LakeResource, PermissionSet, bool> Granting => new()
    {
        { "nothing", new(new(), "", ""), s_table, PermissionSet.Select, false },
        { "administrator", new(new() { Administrators = [P] }, "", ""), s_table, PermissionSet.All, true },
        { "read-only administrator", new(new() { ReadOnlyAdministrators = [P] }, "", ""), s_table, PermissionSet.Select, false },
        { "held without the option", new(With(Of(P, s_table, PermissionSet.Select)), "", ""), s_table, PermissionSet.Select, false },
        { "held with it", new(With(Option(s_table)), "", ""), s_table, PermissionSet.Select, true },
        { "more than held", new(With(Option(s_table)), "", ""), s_table, PermissionSet.Select | PermissionSet.Insert, false },
        { "all, holding a part", new(With(Option(s_table)), "", ""), s_table, PermissionSet.All, false },
        { "columns of a table held", new(With(Option(s_table)), "", ""), Columns(["a"]), PermissionSet.Select, true },
        { "columns held", new(With(Option(Columns(["a", "b"]))), "", ""), Columns(["a"]), PermissionSet.Select, true },
        { "a column more", new(With(Option(Columns(["a"]))), "", ""), Columns(["a", "b"]), PermissionSet.Select, false },
        { "the table, holding columns", new(With(Option(Columns(["a", "b", "c"]))), "", ""), s_table, PermissionSet.Select, false },
        { "one table of all tables", new(With(Option(AllTables)), "", ""), s_table, PermissionSet.Select, true },
        { "all tables, holding one", new(With(Option(s_table)), "", ""), AllTables, PermissionSet.Select, false },
        { "maker of the table", new(MadeBy(P, s_table), "", ""), s_table, PermissionSet.All, true },
        { "maker of the database, CREATE_TABLE", new(MadeBy(P, s_database), "", ""), s_database, PermissionSet.CreateTable, true },
        { "maker of the database, DROP", new(MadeBy(P, s_database), "", ""), s_database, PermissionSet.Drop, true },
    };

    [Theory]
    [MemberData(nameof(Granting), DisableDiscoveryEnumeration = true)]
    public void Only_what_may_be_passed_on_is(
        string name, MemoryFactsRow row, LakeResource resource, PermissionSet wanted, bool expected) =>
        Assert.True(expected == new AccessDecision(row.Facts, P).MayGrant(new LakeGrant(P + "2", resource, wanted)), name);

    [Fact]
    public void Less_granted_never_allows_more() => Prop.ForAll(LakeArbitrary.Grants.ToArbitrary(), grants =>
    {
        string[] columns = ["a", "b", "c"];
        foreach (var taken in Enumerable.Range(0, grants.Length))
        {
            var whole = new AccessDecision(With(grants), P);
            var less = new AccessDecision(With([.. grants[..taken], .. grants[(taken + 1)..]]), P);
            foreach (var resource in new[] { s_database, s_table, AllTables, LakeResource.Catalog(Account) })
            {
                var (before, after) = (whole.On(resource), less.On(resource));
                var widened = (after.Permissions & ~before.Permissions) | (after.Grantable & ~before.Grantable);
                if (widened != 0 || (after.IsVisible && !before.IsVisible)) return false;
                if (resource == s_table && after.VisibleColumns(columns).Except(before.VisibleColumns(columns)).Any()) return false;
            }
        }

        return true;
    }).Check(s_thorough);

    [Fact]
    public void Whatever_is_open_has_its_reason() => Prop.ForAll(LakeArbitrary.Grants.ToArbitrary(), grants =>
    {
        var rights = new AccessDecision(With(grants), P).OnTable("d1", "t1");
        return !rights.IsVisible || rights.Reasons.Count > 0;
    }).Check(s_thorough);

    private static LakeResource Filter => LakeResource.DataFilter("d1", "t1", "f", Account);

    private static LakeResource AllTables { get; } = LakeResource.AllTables("d1", Account);

    private static LakeResource KIsX { get; } = LakeResource.Tagged(TaggedResourceType.Table, TagExpression.Of([new("k", ["x"])]), Account);

    private static DataFilterRule Rows { get; } = new("f", NameList.Of("a"), NameList.Empty, "a = 1");

    private static LakeResource Columns(string[]? names, string[]? excluded = null) =>
        LakeResource.Columns("d1", "t1", names, excluded, Account);

    private static MemoryFacts With(params LakeGrant[] grants) => new() { Grants = grants };

    private static MemoryFacts MadeBy(string principal, LakeResource resource) =>
        new() { Creators = new Dictionary<LakeResource, string> { [resource] = principal } };

    private static LakeGrant Of(string principal, LakeResource resource, PermissionSet permissions) =>
        new(principal, resource, permissions);

    private static LakeGrant Option(LakeResource resource) => new(P, resource, PermissionSet.Select, PermissionSet.Select);

    // P may select where k = x.
    private static MemoryFacts Tagged(params (string Path, string Value)[] tags) =>
        With(new LakeGrant(P, KIsX, PermissionSet.Select)) with
        {
            Tags = tags.ToDictionary(tag => tag.Path, tag => ("k", tag.Value)),
        };

    /// <summary>A case's lake and what is expected of it.</summary>
    public sealed record MemoryFactsRow
    {
        internal MemoryFactsRow(MemoryFacts facts, string permissions, string columns, params AccessReasonKind[] reasons) =>
            (Facts, Permissions, Columns, Reasons) = (facts, permissions, columns, reasons);

        internal MemoryFacts Facts { get; }

        internal string Permissions { get; }

        internal string Columns { get; }

        internal AccessReasonKind[] Reasons { get; }
    }
}
