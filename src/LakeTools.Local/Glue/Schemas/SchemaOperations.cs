using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Schemas;

/// <summary>
/// CreateSchema, GetSchema, ListSchemas, UpdateSchema, DeleteSchema. How versions must be compatible is a record: nothing is held against
/// it, but that DISABLED takes no second version.
/// </summary>
internal static class SchemaOperations
{
    private const string DefaultCompatibility = "NONE";

    public static JsonObject Create(ApiCall call)
    {
        var registry = new SchemaRegistry(call);
        var owner = registry.RegistryOf(call.Input["RegistryId"] as JsonObject);
        if (registry.Registries.Find(owner) is null) registry.Registries.Add(owner, [], null);
        var (name, format) = ($"{owner}/{call.Input.Required("SchemaName")}", call.Input.Required("DataFormat"));
        var definition = call.Input.Text("SchemaDefinition");
        if (definition is not null) SchemaDefinition.Check(format, definition);
        if (registry.Schemas.Find(name) is not null)
            throw SchemaRegistry.Exists("Schema", "SchemaName", call.Input.Required("SchemaName"));
        var document = new JsonObject
        {
            ["Format"] = format,
            ["Compatibility"] = call.Input.Text("Compatibility") ?? DefaultCompatibility,
            ["Checkpoint"] = 1,
            ["Next"] = 1,
        }.With("Description", call.Input.Text("Description"));
        registry.Schemas.Add(name, document, call.Input["Tags"] as JsonObject);
        var schema = registry.Schemas.Existing(name);
        var version = definition is null ? null : registry.AddVersion(schema, definition);
        return Shown(registry, registry.Schemas.Existing(name))
            .With("Tags", call.Input["Tags"]?.DeepClone())
            .With("SchemaVersionId", version?.Document.Text("Id"))
            .With("SchemaVersionStatus", version is null ? null : "AVAILABLE");
    }

    public static JsonObject Get(ApiCall call)
    {
        var registry = new SchemaRegistry(call);
        var schema = registry.SchemaOf(call.Input["SchemaId"] as JsonObject);
        return Times(Shown(registry, schema), schema);
    }

    public static JsonObject List(ApiCall call)
    {
        var registry = new SchemaRegistry(call);
        var prefix = call.Input["RegistryId"] is JsonObject id ? registry.RegistryOf(id) + "/" : "";
        var (page, next) = registry.Schemas.Page(
            schema => Times(Reference(registry, schema), schema)
                .With("Description", schema.Document.Text("Description"))
                .With("SchemaStatus", "AVAILABLE"),
            prefix);
        return new JsonObject { ["Schemas"] = page }.With("NextToken", next);
    }

    /// <summary>A new compatibility needs a checkpoint, which may also be set alone (API reference).</summary>
    public static JsonObject Update(ApiCall call)
    {
        var registry = new SchemaRegistry(call);
        var schema = registry.SchemaOf(call.Input["SchemaId"] as JsonObject);
        var number = call.Input["SchemaVersionNumber"] as JsonObject;
        if (call.Input.Text("Compatibility") is { } compatibility)
        {
            if (number is null) throw SchemaRegistry.Invalid("One of version number (or) latest version is required.");
            schema.Document["Compatibility"] = compatibility;
        }

        if (number is not null) schema.Document["Checkpoint"] = registry.VersionOf(schema, number).Document.Number("Number");
        if (call.Input.Text("Description") is { } description) schema.Document["Description"] = description;
        registry.Schemas.Save(schema);
        return Reference(registry, schema);
    }

    /// <summary>Removes a schema with its versions. AWS does it behind the call; here it is done with the answer.</summary>
    public static JsonObject Delete(ApiCall call)
    {
        var registry = new SchemaRegistry(call);
        var schema = registry.SchemaOf(call.Input["SchemaId"] as JsonObject);
        registry.RemoveSchema(schema);
        var answer = Reference(registry, schema).With("Status", "DELETING");
        answer.Remove("RegistryName");
        return answer;
    }

    private static JsonObject Reference(SchemaRegistry registry, GlueRecord schema)
    {
        var (owner, name) = SchemaRegistry.Parts(schema.Name);
        return new JsonObject { ["RegistryName"] = owner, ["SchemaName"] = name, ["SchemaArn"] = registry.SchemaArn(schema.Name) };
    }

    private static JsonObject Shown(SchemaRegistry registry, GlueRecord schema) => Reference(registry, schema)
        .With("RegistryArn", registry.RegistryArn(SchemaRegistry.Parts(schema.Name).Registry))
        .With("Description", schema.Document.Text("Description"))
        .With("DataFormat", schema.Document.Text("Format"))
        .With("Compatibility", schema.Document.Text("Compatibility"))
        .With("SchemaCheckpoint", schema.Document.Number("Checkpoint"))
        .With("LatestSchemaVersion", registry.VersionsOf(schema).LastOrDefault()?.Document.Number("Number"))
        .With("NextSchemaVersion", schema.Document.Number("Next"))
        .With("SchemaStatus", "AVAILABLE");

    private static JsonObject Times(JsonObject answer, GlueRecord schema) => answer
        .With("CreatedTime", SchemaTimes.Text(schema.Created))
        .With("UpdatedTime", SchemaTimes.Text(schema.Updated));
}
