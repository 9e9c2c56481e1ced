using FsCheck;
using FsCheck.Fluent;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Tests.Permissions;

public sealed class AccessQuestionTests
{
    private const string Account = LakeArbitrary.Account;
    private const string P = $"arn:aws:iam::{Account}:role/p";

    private static readonly LakeResource s_table = LakeResource.Table("d1", "t1", Account);
    private static readonly LakeResource s_database = LakeResource.Database("d1", Account);

    // Each row: what is granted (columns, excluded columns or a filter), what is asked, the answer, the columns, the rows.
    public static TheoryData<string, LakeGrant[], LakeResource, bool, string, string> Selecting => new()
    {
        { "whole", [Of(s_table)], s_table, true, "a b c", "" },
        { "some of the table", [Of(Columns("a"))], s_table, true, "a", "" },
        { "the granted column", [Of(Columns("a"))], Columns("a"), true, "a", "" },
        { "another column", [Of(Columns("a"))], Columns("b"), false, "", "" },
        { "one more column", [Of(Columns("a"))], Columns("a", "b"), false, "", "" },
        { "columns from two grants", [Of(Columns("a")), Of(Columns("b"))], Columns("a", "b"), true, "a b", "" },
        { "all but a granted, a asked", [Of(But("a"))], Columns("a"), false, "", "" },
        { "all but a granted and asked", [Of(But("a"))], But("a"), true, "b c", "" },
        { "all but a asked of all", [Of(s_table)], But("a"), true, "b c", "" },
        { "some rows", [Of(Filter)], s_table, true, "a", "a = 1" },
        { "some rows of a column", [Of(Filter)], Columns("a"), true, "a", "a = 1" },
        { "some rows, and all rows of another column", [Of(Filter), Of(Columns("b"))], Columns("b"), true, "b", "" },
        { "the column is open in all rows", [Of(Filter), Of(Columns("a"))], Columns("a"), true, "a", "" },
        { "all rows of a column through a filter", [Of(Filter), Of(Wide)], Columns("b"), true, "b", "" },
        { "some rows, and all rows of another column through a filter", [Of(Filter), Of(Wide)], s_table, true, "a b", "a = 1" },
        { "both columns, each in its rows", [Of(Filter), Of(Wide)], Columns("a", "b"), true, "a b", "a = 1" },
        { "a column for everybody, of the table", [OfAll(Columns("a"))], s_table, true, "a", "" },
        { "a column for everybody, and another column", [OfAll(Columns("a"))], Columns("b"), false, "", "" },
        { "all but a for everybody, and a", [OfAll(But("a"))], Columns("a"), false, "", "" },
        { "a filter for everybody", [OfAll(Filter)], s_table, true, "a", "a = 1" },
        { "a filter for everybody, and another column", [OfAll(Filter)], Columns("b"), false, "", "" },
        { "nothing", [], s_table, false, "", "" },
    };

    [Theory]
    [MemberData(nameof(Selecting), DisableDiscoveryEnumeration = true)]
    public void Selecting_names_the_columns_and_rows(string name, LakeGrant[] grants, LakeResource asked, bool allowed, string columns,
        string rows)
    {
        var answer = Question(grants).Ask(asked, PermissionSet.Select);

        Assert.True(allowed == answer.Allowed, name);
        Assert.Equal(columns, string.Join(' ', answer.Columns));
        Assert.Equal(rows, string.Join(" or ", answer.RowExpressions));
        Assert.Equal(!allowed, answer.Reasons is [{ Kind: AccessReasonKind.Missing }]);
    }

    // Each row: what is granted, what is asked, and the command that is offered.
    public static TheoryData<LakeGrant[], LakeResource, PermissionSet, string> Missing => new()
    {
        { [], s_table, PermissionSet.Select, "SELECT -DatabaseName d1 -TableName t1" },
        { [Of(Columns("a"))], Columns("a", "b"), PermissionSet.Select, "SELECT -DatabaseName d1 -TableName t1 -ColumnName b" },
        { [Of(s_table)], s_table, PermissionSet.All, "ALTER, DROP, DELETE, INSERT -DatabaseName d1 -TableName t1" },
        { [], s_table, PermissionSet.All, "ALL -DatabaseName d1 -TableName t1" },
        { [], s_database, PermissionSet.CreateTable, "CREATE_TABLE -DatabaseName d1" },
        { [], LakeResource.AllTables("d1", Account), PermissionSet.Select, "SELECT -DatabaseName d1 -TableName *" },
        { [], LakeResource.Catalog(Account), PermissionSet.CreateDatabase, "CREATE_DATABASE -Catalog" },
        { [], LakeResource.Location("arn:aws:s3:::b/p q", Account), PermissionSet.DataLocationAccess,
            "DATA_LOCATION_ACCESS -DataLocation 's3://b/p q'" },
        { [], LakeResource.Tag("k", ["it's"], Account), PermissionSet.Associate, "ASSOCIATE -TagKey k -TagValue 'it''s'" },
        { [], LakeResource.Tag("k", ["007", "1.0", "2024"], Account), PermissionSet.Associate,
            "ASSOCIATE -TagKey k -TagValue '007', '1.0', 2024" },
        { [], Tagged("x"), PermissionSet.Select, "SELECT -TagExpression @{ 'k' = 'x' } -ResourceType Table" },
    };

    [Theory]
    [MemberData(nameof(Missing), DisableDiscoveryEnumeration = true)]
    public void A_refusal_offers_the_command(LakeGrant[] grants, LakeResource asked, PermissionSet permission, string expected)
    {
        var answer = Question(grants).Ask(asked, permission);

        Assert.False(answer.Allowed);
        Assert.Equal($"Grant-LakePermission -Principal {P} -Permission {expected}", answer.Reasons[0].Command);
    }

    [Fact]
    public void An_opt_in_that_closes_the_group_is_named()
    {
        var group = new LakeGrant(LakePrincipal.IamAllowedPrincipalsId, s_table, PermissionSet.All);
        var facts = new MemoryFacts { Grants = [group], OptIns = [(P, s_table)] };

        Assert.Equal([AccessReasonKind.IamAllowed], new AccessQuestion(new MemoryFacts { Grants = [group] }, P, Account)
            .Ask(s_table, PermissionSet.Drop).Reasons.Select(reason => reason.Kind));
        Assert.Equal([AccessReasonKind.Missing, AccessReasonKind.OptedIn], new AccessQuestion(facts, P, Account)
            .Ask(s_table, PermissionSet.Drop).Reasons.Select(reason => reason.Kind));
    }

    [Fact]
    public void Granting_what_a_refusal_names_makes_it_an_answer() => Prop.ForAll(
        (from grants in LakeArbitrary.Grants
         from resource in LakeArbitrary.Resource where resource.ExcludedColumnNames.Count < 3 // all but all is nothing
         from permission in Gen.Elements(PermissionRules.Taken(resource).Names().ToArray())
         select (grants, resource: resource.Canonical(Account), permission: PermissionNames.Parse([permission]))).ToArbitrary(),
        row =>
        {
            var answer = Question(row.grants).Ask(row.resource, row.permission);
            if (answer.Allowed) return answer.Reasons.Count > 0;
            var missing = new LakeGrant(P, row.resource, answer.Reasons[0].Permissions);
            return Question([.. row.grants, missing]).Ask(row.resource, row.permission).Allowed;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    private static LakeResource Filter => LakeResource.DataFilter("d1", "t1", "f", Account);

    private static LakeResource Wide => LakeResource.DataFilter("d1", "t1", "wide", Account);

    private static LakeResource Columns(params string[] names) => LakeResource.Columns("d1", "t1", names, null, Account);

    private static LakeResource But(params string[] names) => LakeResource.Columns("d1", "t1", null, names, Account);

    private static LakeResource Tagged(string value) =>
        LakeResource.Tagged(TaggedResourceType.Table, TagExpression.Of([new("k", [value])]), Account);

    private static LakeGrant Of(LakeResource resource) => new(P, resource, PermissionSet.Select);

    private static LakeGrant OfAll(LakeResource resource) =>
        new(LakePrincipal.IamAllowedPrincipalsId, resource, PermissionSet.Select);

    private static AccessQuestion Question(LakeGrant[] grants) => new(new MemoryFacts
    {
        Grants = grants,
        Filters =
        [
            new DataFilterRule("f", NameList.Of("a"), NameList.Empty, "a = 1"),
            new DataFilterRule("wide", NameList.Of("b"), NameList.Empty, null),
        ],
    }, P, Account);
}
