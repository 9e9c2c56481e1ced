using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>
/// SearchDatabasesByLFTags and SearchTablesByLFTags: what matches an expression by the tags that hold on it, inherited ones
/// included, as far as the caller may see it. A table is found for one of its columns too. The caller must see the tags that it names.
/// </summary>
internal static class TaggedSearch
{
    private const int DefaultPage = 100;

    public static JsonObject Databases(ApiCall call)
    {
        call = CatalogAnswers.InCatalog(call);
        var (guard, expression) = Begin(call);
        var databases = Candidates(call, expression);
        var (page, next) = new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage).Walk(
            (after, count) => databases.Where(name => string.CompareOrdinal(name, after) > 0).Take(count).ToList(),
            name => name,
            name =>
            {
                var tags = new TableTags(call.Session, name, "").OnDatabase;
                if (!expression.Matches(tags) || !guard.Decision.OnDatabase(name).IsVisible) return null;
                var database = new JsonObject { ["CatalogId"] = call.Lake.AccountId, ["Name"] = name };
                return new JsonObject { ["Database"] = database }.With("LFTags", guard.Show(tags));
            });
        return new JsonObject { ["DatabaseList"] = page }.With("NextToken", next);
    }

    public static JsonObject Tables(ApiCall call)
    {
        call = CatalogAnswers.InCatalog(call);
        var (guard, expression) = Begin(call);
        var databases = Candidates(call, expression);
        var (page, next) = new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage).Walk(
            (after, count) => TablesAfter(call, databases, after, count),
            CatalogStore.SearchKey,
            table => Show(call, guard, expression, table));
        return new JsonObject { ["TableList"] = page }.With("NextToken", next);
    }

    private static (TagGuard Guard, TagExpression Expression) Begin(ApiCall call)
    {
        var expression = ResourceWire.ReadExpression(call.Input.Items("Expression"));
        if (expression.Count == 0) throw LakeFormationErrors.Invalid("Expression cannot be empty.");
        var guard = new TagGuard(call);
        guard.Require(expression, PermissionSet.Describe);
        return (guard, expression);
    }

    /// <summary>The databases in which something may match: those that hold a value of each condition.</summary>
    private static SortedSet<string> Candidates(ApiCall call, TagExpression expression)
    {
        var found = TagAssignments.DatabasesWith(call.Session, expression[0].Key, expression[0].Value);
        foreach (var condition in expression.Skip(1))
            found.IntersectWith(TagAssignments.DatabasesWith(call.Session, condition.Key, condition.Value));
        return found;
    }

    private static List<TableRecord> TablesAfter(ApiCall call, SortedSet<string> databases, string key, int count)
    {
        var place = key.Split('\n', 2);
        var found = new List<TableRecord>();
        foreach (var database in databases)
        {
            if (string.CompareOrdinal(database, place[0]) < 0) continue;
            var after = database == place[0] && place.Length > 1 ? place[1] : "";
            found.AddRange(CatalogStore.TablesAfter(call.Session, database, after, count - found.Count));
            if (found.Count == count) break;
        }

        return found;
    }

    private static JsonObject? Show(ApiCall call, TagGuard guard, TagExpression expression, TableRecord table)
    {
        var tags = new TableTags(call.Session, table.Database, table.Name);
        var isWhole = expression.Matches(tags.OnTable);
        if (!isWhole && !tags.TaggedColumns.Any(column => expression.Matches(tags.On(column)))) return null;
        var rights = guard.Decision.OnTable(table.Database, table.Name);
        if (!rights.IsVisible) return null;
        var columns = rights.VisibleColumns(table.Columns).Where(tags.TaggedColumns.Contains).ToList();
        if (!isWhole && !columns.Exists(column => expression.Matches(tags.On(column)))) return null;
        var onColumns = columns.Select(column => (Name: column, Tags: guard.Show(tags.On(column)))).Where(column => column.Tags is not null)
            .Select(column => new JsonObject { ["Name"] = column.Name, ["LFTags"] = column.Tags }).ToJsonArray();
        var named = new JsonObject { ["CatalogId"] = call.Lake.AccountId, ["DatabaseName"] = table.Database, ["Name"] = table.Name };
        return new JsonObject { ["Table"] = named }
            .With("LFTagOnDatabase", guard.Show(tags.OnDatabase))
            .With("LFTagsOnTable", guard.Show(tags.OnTable))
            .With("LFTagsOnColumns", onColumns.Count == 0 ? null : onColumns);
    }
}
