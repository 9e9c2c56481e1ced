using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>The API's shape Resource, as a <see cref="LakeResource"/> and back.</summary>
internal static class ResourceWire
{
    /// <summary>Reads a resource. Exactly one member is set, or the service refuses it.</summary>
    public static LakeResource Read(JsonObject resource)
    {
        var set = resource.Where(member => member.Value is not null).ToList();
        if (set.Count == 0) throw LakeFormationErrors.Invalid("Resource must have one field populated.");
        if (set.Count > 1) throw LakeFormationErrors.Invalid("Resource must have only one field populated.");
        var value = set[0].Value!.AsObject();
        return set[0].Key switch
        {
            "Catalog" => LakeResource.Catalog(value.Text("Id")),
            "Database" => LakeResource.Database(value.Required("Name"), value.Text("CatalogId")),
            "Table" => ReadTable(value),
            "TableWithColumns" => ReadColumns(value),
            "DataLocation" => ReadLocation(value),
            "DataCellsFilter" => ReadFilter(value),
            "LFTag" => LakeResource.Tag(value.Required("TagKey"), value.Texts("TagValues")!, value.Text("CatalogId")),
            "LFTagPolicy" => ReadPolicy(value),
            "LFTagExpression" => LakeResource.NamedTagExpression(value.Required("Name"), value.Text("CatalogId")),
            var other => throw LakeFormationErrors.Invalid($"Resource type {other} is not supported."),
        };
    }

    /// <summary>
    /// A resource that a request names, in its catalog: the resource's own, that of the request, or the caller's. A catalog inside the
    /// account that the request names is no contradiction.
    /// </summary>
    /// <exception cref="ApiException">The resource and the request name two catalogs. What AWS answers then is not documented.</exception>
    public static LakeResource InCatalog(ApiCall call, LakeResource resource)
    {
        var catalog = call.Input.Text("CatalogId");
        if (catalog is not null && resource.CatalogId is { } own && own != catalog
            && !own.StartsWith(catalog + ":", StringComparison.Ordinal))
            throw LakeFormationErrors.Invalid($"The resource is of catalog {own}, and the request names {catalog}.");
        return resource.Canonical(catalog ?? call.Lake.AccountId);
    }

    /// <summary>Writes a resource as ListPermissions answers it.</summary>
    public static JsonObject Write(LakeResource resource) => resource.Kind switch
    {
        ResourceKind.Catalog => new() { ["Catalog"] = new JsonObject().With("Id", resource.CatalogId) },
        ResourceKind.NestedCatalog => new() { ["Catalog"] = new JsonObject().With("Id", resource.CatalogId) },
        ResourceKind.Database => new() { ["Database"] = In(resource).With("Name", resource.DatabaseName) },
        ResourceKind.Table => new() { ["Table"] = InDatabase(resource).With("Name", resource.TableName) },
        ResourceKind.AllTables => new() { ["Table"] = InDatabase(resource).With("Name", LakeResource.AllTablesName)
            .With("TableWildcard", new JsonObject()) },
        ResourceKind.Columns => new() { ["TableWithColumns"] = WriteColumns(resource) },
        ResourceKind.DataLocation => new() { ["DataLocation"] = In(resource).With("ResourceArn", resource.DataLocation) },
        ResourceKind.DataFilter => new()
        {
            ["DataCellsFilter"] = new JsonObject().With("TableCatalogId", resource.CatalogId).With("DatabaseName", resource.DatabaseName)
                .With("TableName", resource.TableName).With("Name", resource.FilterName),
        },
        ResourceKind.Tag => new() { ["LFTag"] = In(resource).With("TagKey", resource.TagKey)
            .With("TagValues", resource.TagValues.ToJsonArray()) },
        ResourceKind.TagExpression => new() { ["LFTagPolicy"] = WritePolicy(resource) },
        _ => new() { ["LFTagExpression"] = In(resource).With("Name", resource.TagExpressionName) },
    };

    /// <summary>Writes an expression of LF-Tags.</summary>
    public static JsonArray Write(TagExpression expression) => expression.Select(condition =>
        new JsonObject { ["TagKey"] = condition.Key, ["TagValues"] = condition.Value.ToJsonArray() }).ToJsonArray();

    /// <summary>Reads an expression of LF-Tags.</summary>
    public static TagExpression ReadExpression(IEnumerable<JsonObject> conditions) => TagExpression.Of(conditions.Select(condition =>
        KeyValuePair.Create(condition.Required("TagKey"), (IEnumerable<string>)condition.Texts("TagValues")!)));

    private static LakeResource ReadTable(JsonObject table)
    {
        var (name, all) = (table.Text("Name"), table["TableWildcard"] is not null);
        if (name is null && !all) throw LakeFormationErrors.Invalid("Table name and table wildcard cannot both be empty.");
        if (name is not null && all && name != LakeResource.AllTablesName)
            throw LakeFormationErrors.Invalid("Table name and table wildcard cannot both be present.");
        return all
            ? LakeResource.AllTables(table.Required("DatabaseName"), table.Text("CatalogId"))
            : LakeResource.Table(table.Required("DatabaseName"), name!, table.Text("CatalogId"));
    }

    private static LakeResource ReadColumns(JsonObject table)
    {
        var names = table.Texts("ColumnNames") ?? [];
        var wildcard = table["ColumnWildcard"] as JsonObject;
        if (names.Count > 0 && wildcard is not null)
            throw LakeFormationErrors.Invalid("Column names and column wildcard cannot both be present.");
        if (names.Count == 0 && wildcard is null)
            throw LakeFormationErrors.Invalid("Column names and column wildcard cannot both be empty.");
        return LakeResource.Columns(table.Required("DatabaseName"), table.Required("Name"), names, wildcard?.Texts("ExcludedColumnNames"),
            table.Text("CatalogId"));
    }

    private static LakeResource ReadLocation(JsonObject location)
    {
        var arn = location.Required("ResourceArn");
        return arn.StartsWith("arn:aws:", StringComparison.Ordinal) && DataLocation.IsLocation(arn)
            ? LakeResource.Location(arn, location.Text("CatalogId"))
            : throw LakeFormationErrors.Invalid($"Invalid resource ARN: {arn}.");
    }

    private static LakeResource ReadFilter(JsonObject filter)
    {
        foreach (var member in (ReadOnlySpan<string>)["DatabaseName", "TableName", "Name"])
            if (filter.Text(member) is null) throw LakeFormationErrors.Invalid($"Data cells filter must have {member}.");
        return LakeResource.DataFilter(filter.Required("DatabaseName"), filter.Required("TableName"), filter.Required("Name"),
            filter.Text("TableCatalogId"));
    }

    private static LakeResource ReadPolicy(JsonObject policy)
    {
        var type = policy.Required("ResourceType") == "DATABASE" ? TaggedResourceType.Database : TaggedResourceType.Table;
        var conditions = policy.Items("Expression").ToList();
        if (policy.Text("ExpressionName") is { } name)
        {
            return conditions.Count == 0
                ? LakeResource.Tagged(type, name, policy.Text("CatalogId"))
                : throw LakeFormationErrors.Invalid("Expression and ExpressionName cannot both be present.");
        }

        if (conditions.Count == 0) throw LakeFormationErrors.Invalid("Expression and ExpressionName cannot both be empty.");
        return LakeResource.Tagged(type, ReadExpression(conditions), policy.Text("CatalogId"));
    }

    private static JsonObject WriteColumns(LakeResource resource)
    {
        var table = InDatabase(resource).With("Name", resource.TableName);
        if (resource.ColumnNames.Count > 0) return table.With("ColumnNames", resource.ColumnNames.ToJsonArray());
        return table.With("ColumnWildcard", resource.ExcludedColumnNames.Count > 0
            ? new JsonObject { ["ExcludedColumnNames"] = resource.ExcludedColumnNames.ToJsonArray() }
            : new JsonObject());
    }

    private static JsonObject WritePolicy(LakeResource resource)
    {
        var policy = In(resource).With("ResourceType", resource.ResourceType == TaggedResourceType.Database ? "DATABASE" : "TABLE");
        return resource.TagExpression is { } expression
            ? policy.With("Expression", Write(expression)) : policy.With("ExpressionName", resource.TagExpressionName);
    }

    private static JsonObject In(LakeResource resource) => new JsonObject().With("CatalogId", resource.CatalogId);

    private static JsonObject InDatabase(LakeResource resource) => In(resource).With("DatabaseName", resource.DatabaseName);
}
