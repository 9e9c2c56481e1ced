using Amazon.LakeFormation.Model;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Permissions.Access;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;
using LakeTools.Tests.Local;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Definitions;

/// <summary>Who may do what in a state, column by column. What makers may do is left out: nobody gave it, and it stays.</summary>
internal static class StateAccess
{
    private static readonly string[] s_columns = ["a", "b", "c"];

    public static HashSet<string> Of(LakeState state)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        foreach (var principal in RandomLake.Principals)
        {
            foreach (var resource in RandomLake.Things())
            {
                var rights = new AccessDecision(FactsOf(state, resource), principal).On(resource.Canonical(TestLake.Account));
                foreach (var name in rights.Permissions.Names()) held.Add($"{principal} {name} {resource}");
                foreach (var name in rights.Grantable.Names()) held.Add($"{principal} {name} {resource} (grantable)");
                if (resource.Kind != ResourceKind.Table) continue;
                foreach (var column in s_columns)
                {
                    var isWhole = rights.SelectsAll || rights.SelectableColumns?.Contains(column) != false;
                    var filters = rights.Filters.Where(filter => filter.Shows(column)).ToList();
                    if (isWhole || filters.Count > 0) held.Add(Cell(principal, resource, column, isAllRows: false));
                    if (isWhole || filters.Exists(filter => filter.RowExpression is null))
                        held.Add(Cell(principal, resource, column, isAllRows: true));
                }
            }
        }

        return held;
    }

    /// <summary>What somebody who may read a column holds.</summary>
    public static string Cell(string principal, LakeResource table, string column, bool isAllRows) =>
        $"{principal} SELECT {table}.{column}{(isAllRows ? " in all rows" : "")}";

    /// <summary>The cells that a filter shows.</summary>
    public static IEnumerable<(string Column, bool IsAllRows)> CellsOf(StateItem filter)
    {
        var rule = Filter(filter);
        return s_columns.Where(rule.Shows).SelectMany(column => (bool[])(rule.RowExpression is null ? [false, true] : [false]),
            (column, isAllRows) => (column, isAllRows));
    }

    private static ListedFacts FactsOf(LakeState state, LakeResource thing)
    {
        IEnumerable<StateItem> All(StateKind kind) => state.Items.Where(item => item.Key.Kind == kind);
        IEnumerable<LFTagPair> Tags(string id) => state.Find(new StateKey(StateKind.TagAssignment, id))?.Part("tag.")
            .Select(tag => new LFTagPair { TagKey = tag.Key, TagValues = [tag.Value] }) ?? [];
        LakeGrant Resolved(LakeGrant grant) => grant.Resource is { TagExpressionName: { } name, ResourceType: { } type }
            ? grant with { Resource = LakeResource.Tagged(type, Expression(state.Find(new StateKey(StateKind.TagExpression, name))!)) }
            : grant;
        var table = $"{thing.DatabaseName}.{thing.TableName}";
        var grants = All(StateKind.Grant).SelectMany(GrantFacts.Grants).ToList();
        return new ListedFacts
        {
            AccountId = TestLake.Account,
            Administrators = [.. All(StateKind.Administrator).Select(item => item.Key.Id)],
            ReadOnlyAdministrators = [.. All(StateKind.ReadOnlyAdministrator).Select(item => item.Key.Id)],
            Grants = grants,
            TaggedGrants = [.. grants.Where(grant => grant.Resource.Kind == ResourceKind.TagExpression).Select(Resolved)],
            Columns = s_columns,
            Tags = new ListedTags(Tags(thing.DatabaseName ?? ""), Tags(table),
                s_columns.Select(column => new ColumnLFTag { Name = column, LFTags = [.. Tags($"{table}.{column}")] })),
            Filters = [.. All(StateKind.DataFilter)
                .Where(item => item.Resource!.DatabaseName == thing.DatabaseName && item.Resource.TableName == thing.TableName)
                .Select(Filter)],
            OptIns = [.. All(StateKind.OptIn).Select(item => new ListedOptIn(item.Principal!, item.Resource!))],
            Inside = [.. grants.Where(grant => grant.Resource.DatabaseName == thing.DatabaseName
                && grant.Resource.Kind != ResourceKind.Database).Select(grant => grant.Principal)],
        };
    }

    private static TagExpression Expression(StateItem saved) => TagExpression.Of(saved.Part("tag.").Select(tag =>
        KeyValuePair.Create(tag.Key, (IEnumerable<string>)System.Text.Json.JsonSerializer.Deserialize<string[]>(tag.Value)!)));

    private static DataFilterRule Filter(StateItem item)
    {
        NameList Names(string fact) => item.Facts.GetValueOrDefault(fact) is { } text
            ? NameList.Of(System.Text.Json.JsonSerializer.Deserialize<string[]>(text)!) : NameList.Empty;
        return new DataFilterRule(item.Resource!.FilterName!, Names("columns"), Names("excludedColumns"),
            item.Facts.GetValueOrDefault("rows"));
    }
}
