using System.Globalization;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Schemas;

/// <summary>
/// RegisterSchemaVersion, GetSchemaVersion, ListSchemaVersions, DeleteSchemaVersions, GetSchemaByDefinition, CheckSchemaVersionValidity,
/// GetSchemaVersionsDiff.
/// </summary>
internal static class SchemaVersionOperations
{
    private const string Available = "AVAILABLE";

    /// <summary>The versions of one DeleteSchemaVersions; the model does not say it, and the error's text is not documented.</summary>
    private const int MostVersions = 25;

    /// <summary>A definition that a version of the schema has already is that version.</summary>
    public static JsonObject Register(ApiCall call)
    {
        var registry = new SchemaRegistry(call);
        var id = call.Input["SchemaId"]!.AsObject();
        var schema = registry.SchemaOf(id);
        if (schema.Document.Text("Compatibility") == "DISABLED")
        {
            var (owner, name) = SchemaRegistry.Parts(schema.Name);
            throw SchemaRegistry.Invalid("Compatibility DISABLED does not allow versioning. SchemaId: SchemaId("
                + $"schemaArn={id.Text("SchemaArn") ?? "null"}, schemaName={name}, registryName={owner})");
        }

        var (format, definition) = (schema.Document.Text("Format")!, call.Input.Required("SchemaDefinition"));
        SchemaDefinition.Check(format, definition);
        return Reference(Same(registry, schema, definition) ?? registry.AddVersion(schema, definition));
    }

    public static JsonObject Get(ApiCall call)
    {
        var registry = new SchemaRegistry(call);
        var version = registry.VersionOf();
        return Shown(registry, version)
            .With("SchemaDefinition", version.Document.Text("Definition"))
            .With("DataFormat", SchemaOf(registry, version).Document.Text("Format"));
    }

    public static JsonObject List(ApiCall call)
    {
        var registry = new SchemaRegistry(call);
        var schema = registry.SchemaOf(call.Input["SchemaId"] as JsonObject);
        var (page, next) = registry.Versions.Page(version => Shown(registry, version), schema.Name + "/");
        return new JsonObject { ["Schemas"] = page }.With("NextToken", next);
    }

    /// <summary>The first version is deleted only with its schema, and a range with the checkpoint is refused (API reference).</summary>
    public static JsonObject Delete(ApiCall call)
    {
        var registry = new SchemaRegistry(call);
        var schema = registry.SchemaOf(call.Input["SchemaId"] as JsonObject);
        var range = call.Input.Required("Versions").Split('-').Select(Number).ToList();
        var (first, last) = (range[0], range[^1]);
        var checkpoint = schema.Document.Number("Checkpoint")!.Value;
        if (first <= 1 || last < first)
        {
            throw SchemaRegistry.Invalid(
                "The first version of a schema is deleted with it; a range goes from the smaller number to the larger.");
        }

        if (last - first >= MostVersions) throw SchemaRegistry.Invalid($"A range has at most {MostVersions} versions.");
        if (first <= checkpoint && checkpoint <= last)
            throw SchemaRegistry.Invalid($"Version {checkpoint} is the checkpoint of the schema and cannot be deleted.");
        var there = registry.VersionsOf(schema).Where(version => version.Document.Number("Number") is { } number && number >= first
            && number <= last).ToList();
        var errors = new JsonArray();
        for (var at = 0; at <= last - first; at++)
        {
            var number = first + at;
            if (there.Exists(version => version.Document.Number("Number") == number)) continue;
            errors.Add(new JsonObject
            {
                ["VersionNumber"] = number,
                ["ErrorDetails"] = new JsonObject
                {
                    ["ErrorCode"] = "EntityNotFoundException",
                    ["ErrorMessage"] = $"Schema version {number} is not found.",
                },
            });
        }

        foreach (var version in there) registry.RemoveVersion(version);
        return new JsonObject { ["SchemaVersionErrors"] = errors };
    }

    private static long Number(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out var number)
        ? number : throw SchemaRegistry.Invalid($"The version number {text} is too large.");

    public static JsonObject ByDefinition(ApiCall call)
    {
        var registry = new SchemaRegistry(call);
        var id = call.Input["SchemaId"]!.AsObject();
        var schema = registry.SchemaOf(id);
        var (owner, name) = SchemaRegistry.Parts(schema.Name);
        var format = schema.Document.Text("Format")!;
        SchemaDefinition.Check(format, call.Input.Required("SchemaDefinition"));
        var version = Same(registry, schema, call.Input.Required("SchemaDefinition"))
            ?? throw SchemaRegistry.NoSchema(owner, name, id.Text("SchemaArn"));
        var answer = Shown(registry, version).With("DataFormat", format);
        answer.Remove("VersionNumber");
        return answer;
    }

    public static JsonObject CheckValidity(ApiCall call)
    {
        var fault = SchemaDefinition.Fault(call.Input.Required("DataFormat"), call.Input.Required("SchemaDefinition"));
        return new JsonObject { ["Valid"] = fault is null }.With("Error", fault);
    }

    public static JsonObject Diff(ApiCall call)
    {
        var registry = new SchemaRegistry(call);
        var schema = registry.SchemaOf(call.Input["SchemaId"] as JsonObject);
        return new JsonObject
        {
            ["Diff"] = SchemaDefinition.Difference(schema.Document.Text("Format")!, Definition("FirstSchemaVersionNumber"),
                Definition("SecondSchemaVersionNumber"))
                .ToJsonString(),
        };

        string Definition(string member) =>
            registry.VersionOf(schema, call.Input[member]!.AsObject()).Document.Text("Definition")!;
    }

    private static GlueRecord? Same(SchemaRegistry registry, GlueRecord schema, string definition)
    {
        var format = schema.Document.Text("Format")!;
        return registry.VersionsOf(schema)
            .Find(version => SchemaDefinition.AreSame(format, version.Document.Text("Definition")!, definition));
    }

    private static GlueRecord SchemaOf(SchemaRegistry registry, GlueRecord version)
    {
        var (owner, name) = SchemaRegistry.Parts(version.Name);
        return registry.Schemas.Existing($"{owner}/{name}");
    }

    private static JsonObject Reference(GlueRecord version) => new()
    {
        ["SchemaVersionId"] = version.Document.Text("Id"),
        ["VersionNumber"] = version.Document.Number("Number"),
        ["Status"] = Available,
    };

    private static JsonObject Shown(SchemaRegistry registry, GlueRecord version) => Reference(version)
        .With("SchemaArn", registry.SchemaArn(SchemaOf(registry, version).Name))
        .With("CreatedTime", SchemaTimes.Text(version.Created));
}
