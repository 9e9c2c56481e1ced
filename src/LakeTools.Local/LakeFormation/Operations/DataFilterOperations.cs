using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Rows;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>CreateDataCellsFilter, GetDataCellsFilter, UpdateDataCellsFilter, DeleteDataCellsFilter and ListDataCellsFilter.</summary>
/// <remarks>
/// Administrators, and principals with SELECT and the grant option on the whole table, may create and see its filters; DESCRIBE, DROP and
/// SELECT with the grant option on a filter show it, DROP removes it (developer guide, managing data filters, and granting data filter
/// permissions). Of tables that another account shares, filters are shown by the same rule, and that account alone makes, changes and
/// removes them: no page says that others may.
/// </remarks>
internal static class DataFilterOperations
{
    private const int DefaultPage = 100;

    // Columns that tables with filters may not have (developer guide, data filtering limitations).
    private static readonly HashSet<string> s_reserved =
        ["ctid", "oid", "xmin", "cmin", "xmax", "cmax", "tableoid", "insertxid", "deletexid", "importoid", "redcatuniqueid"];

    public static JsonObject Create(ApiCall call)
    {
        CatalogAnswers.RequireOwn(call, call.Input["TableData"]!.AsObject().Text("TableCatalogId"));
        var (input, filter) = ReadInput(call);
        RequireOwner(call, filter.Database, filter.Table);
        if (DataFilters.Find(call.Session, filter.Database, filter.Table, filter.Name) is not null)
            throw new ApiException("AlreadyExistsException", $"Data cells filter {filter.Name} already exists.");
        DataFilters.Save(call.Session, filter with { Document = Document(input, TableOf(call, filter)) });
        return [];
    }

    public static JsonObject Get(ApiCall call)
    {
        call = CatalogOf(call, call.Input.Text("TableCatalogId"));
        var (database, table, name) = NameOf(call.Input);
        return new JsonObject { ["DataCellsFilter"] = Existing(call, database, table, name, PermissionSet.Describe)
            .ToWire(call.Lake.AccountId) };
    }

    public static JsonObject Update(ApiCall call)
    {
        CatalogAnswers.RequireOwn(call, call.Input["TableData"]!.AsObject().Text("TableCatalogId"));
        var (input, filter) = ReadInput(call);
        RequireOwner(call, filter.Database, filter.Table);
        var old = DataFilters.Find(call.Session, filter.Database, filter.Table, filter.Name) ?? throw NotFound(filter.Name);
        if (input.Text("VersionId") is { } version && version != old.VersionId)
            throw new ApiException("ConcurrentModificationException", $"Data cells filter {filter.Name} was changed concurrently.");
        DataFilters.Save(call.Session, old with { Document = Document(input, TableOf(call, filter)), Version = old.Version + 1 });
        return [];
    }

    public static JsonObject Delete(ApiCall call)
    {
        if (new[] { "DatabaseName", "TableName", "Name" }.FirstOrDefault(member => call.Input.Text(member) is null) is { } missing)
            throw LakeFormationErrors.Invalid($"{missing} must be present.");
        CatalogAnswers.RequireOwn(call, call.Input.Text("TableCatalogId"));
        var (database, table, name) = NameOf(call.Input);
        var filter = Existing(call, database, table, name, PermissionSet.Drop);
        DataFilters.Remove(call.Session, filter);
        new GrantStore(call.Session, call.Lake.AccountId).ForgetFilter(database, table, name);
        return [];
    }

    public static JsonObject List(ApiCall call)
    {
        var table = call.Input["Table"] as JsonObject;
        call = CatalogOf(call, table?.Text("CatalogId"));
        var (database, name) = (Fold(table?.Text("DatabaseName")), Fold(table?.Text("Name")));
        var guard = new LakeGuard(call);
        if (name is not null && !guard.Decision.OnTable(database!, name).IsVisible) throw LakeFormationErrors.Denied();
        var (page, next) = new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage).Walk(
            (after, count) => DataFilters.After(call.Session, after, database, name, count),
            filter => filter.Key,
            filter => Allows(guard, filter, PermissionSet.Describe) ? filter.ToWire(call.Lake.AccountId) : null);
        return new JsonObject { ["DataCellsFilters"] = page }.With("NextToken", next);
    }

    private static DataFilterRecord Existing(ApiCall call, string database, string table, string name, PermissionSet permission)
    {
        var guard = new LakeGuard(call);
        var filter = DataFilters.Find(call.Session, database, table, name) ?? new DataFilterRecord(database, table, name, [], 0);
        if (!Allows(guard, filter, permission)) throw LakeFormationErrors.Denied();
        return filter.Version > 0 ? filter : throw NotFound(name);
    }

    private static bool Allows(LakeGuard guard, DataFilterRecord filter, PermissionSet permission)
    {
        if (IsOwner(guard, filter.Database, filter.Table)) return true;
        var rights = guard.Decision.On(LakeResource.DataFilter(filter.Database, filter.Table, filter.Name));
        return (rights.Permissions & permission) != 0 || (permission == PermissionSet.Describe
            && ((rights.Permissions & PermissionSet.Drop) != 0 || (rights.Grantable & PermissionSet.Select) != 0));
    }

    private static bool IsOwner(LakeGuard guard, string database, string table) =>
        guard.Decision.IsAdministrator || (guard.Decision.OnTable(database, table).Grantable & PermissionSet.Select) != 0;

    private static void RequireOwner(ApiCall call, string database, string table)
    {
        if (!IsOwner(new LakeGuard(call), database, table)) throw LakeFormationErrors.Denied();
    }

    private static (JsonObject Input, DataFilterRecord Filter) ReadInput(ApiCall call)
    {
        var input = call.Input["TableData"]!.AsObject();
        var (database, table, name) = NameOf(input);
        return (input, new DataFilterRecord(database, table, name, [], 1));
    }

    private static (string Database, string Table, string Name) NameOf(JsonObject input) =>
        (Fold(input.Required("DatabaseName"))!, Fold(input.Required("TableName"))!, input.Required("Name"));

    private static ApiCall CatalogOf(ApiCall call, string? catalog) => catalog is null
        ? call : call.In(catalog) ?? throw NestedCatalogs.NotReached(call, catalog);

    private static TableRecord TableOf(ApiCall call, DataFilterRecord filter) =>
        CatalogStore.FindTable(call.Session, filter.Database, filter.Table)
        ?? throw LakeFormationErrors.NotFound($"Table {filter.Table} not found.");

    /// <summary>Checks the columns and the rows of a filter against its table.</summary>
    private static JsonObject Document(JsonObject input, TableRecord table)
    {
        var (names, wildcard, rows) = (input.Texts("ColumnNames")
            ?? [], input["ColumnWildcard"] as JsonObject, input["RowFilter"] as JsonObject);
        if (names.Count > 0 == wildcard is not null)
            throw LakeFormationErrors.Invalid("Exactly one of ColumnNames and ColumnWildcard must be present.");
        if (ResourceLinks.IsLink(table)) throw LakeFormationErrors.Invalid("Resource links cannot have data cells filters.");
        if (table.Columns.FirstOrDefault(s_reserved.Contains) is { } reserved)
            throw LakeFormationErrors.Invalid($"Tables with a column {reserved} cannot have data cells filters.");
        var document = new JsonObject();
        if (names.Count > 0) document["ColumnNames"] = Known(names, table, isExcluded: false);
        else document["ColumnWildcard"] =
            new JsonObject { ["ExcludedColumnNames"] = Known(wildcard!.Texts("ExcludedColumnNames") ?? [], table, isExcluded: true) };
        var expression = rows?.Text("FilterExpression");
        if (expression is not null && rows!["AllRowsWildcard"] is not null)
            throw LakeFormationErrors.Invalid("FilterExpression and AllRowsWildcard cannot both be present.");
        document["RowFilter"] = expression is null
            ? new JsonObject { ["AllRowsWildcard"] = new JsonObject() }
            : new JsonObject { ["FilterExpression"] = Checked(expression, table) };
        return document;
    }

    private static JsonArray Known(List<string> names, TableRecord table, bool isExcluded)
    {
        var folded = names.Select(name => Fold(name)!).ToList();
        var problem = folded.Select(name => NestedColumn.Problem(name, table.RowColumns, isExcluded)).OfType<string>().FirstOrDefault();
        return problem is null ? folded.ToJsonArray() : throw LakeFormationErrors.Invalid($"Table {table.Name}: {problem}");
    }

    private static string Checked(string expression, TableRecord table)
    {
        try
        {
            TableRowFilter.Parse(expression, table.RowColumns);
            return expression;
        }
        catch (RowExpressionException error)
        {
            throw LakeFormationErrors.Invalid($"Invalid row filter expression at character {error.Position}: {error.Message}");
        }
    }

    private static string? Fold(string? name) => name?.ToLowerInvariant();

    private static ApiException NotFound(string name) => LakeFormationErrors.NotFound($"Data cells filter {name} not found.");
}
