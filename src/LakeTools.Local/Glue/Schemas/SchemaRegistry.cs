using System.Globalization;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Schemas;

/// <summary>
/// The schema registry's records: registries by name, schemas by <c>registry/schema</c>, versions by <c>registry/schema/number</c>, and
/// the ids of versions. The class finds them by the identifiers of requests, with AWS's texts for unknown ones.
/// </summary>
/// <param name="call">The call, for its transaction.</param>
internal sealed class SchemaRegistry(ApiCall call)
{
    /// <summary>The registry of schemas that name none; it is made for the first of them.</summary>
    public const string DefaultRegistry = "default-registry";

    public RecordStore Registries { get; } = new(call, "registry");

    public RecordStore Schemas { get; } = new(call, "schema");

    public RecordStore Versions { get; } = new(call, "schemaVersion");

    /// <summary>The names of versions by their ids.</summary>
    private RecordStore Ids { get; } = new(call, "schemaVersionId");

    /// <summary>The name of a registry that a request names, which is there; the default one where it names none.</summary>
    public string RegistryOf(JsonObject? id)
    {
        var (name, arn) = (id?.Text("RegistryName"), id?.Text("RegistryArn"));
        if (name is not null && arn is not null)
            throw Invalid("One of registryName or registryArn has to be provided, both cannot be provided.");
        var found = name ?? arn?[(arn.LastIndexOf('/') + 1)..] ?? DefaultRegistry;
        if (Registries.Find(found) is null && (found != DefaultRegistry || id is { Count: > 0 }))
            throw NotFound($"Registry is not found. {(name is null ? "RegistryArn" : "RegistryName")}: {name ?? arn}");
        return found;
    }

    /// <summary>The schema that a request names.</summary>
    public GlueRecord SchemaOf(JsonObject? id)
    {
        var (registry, schema, arn) = (id?.Text("RegistryName"), id?.Text("SchemaName"), id?.Text("SchemaArn"));
        if (arn is not null && (registry is not null || schema is not null))
            throw Invalid("One of (registryName and schemaName) or schemaArn has to be provided, both cannot be provided.");
        if (arn is not null && arn.Split('/') is [.., var inArn, var named]) (registry, schema) = (inArn, named);
        if (registry is null || schema is null)
            throw Invalid("At least one of (registryName and schemaName) or schemaArn has to be provided.");
        return Schemas.Find($"{registry}/{schema}") ?? throw NoSchema(registry, schema, arn);
    }

    /// <summary>The version that a request names by its id, or by its schema and number.</summary>
    public GlueRecord VersionOf()
    {
        var (schemaId, number) = (call.Input["SchemaId"] as JsonObject, call.Input["SchemaVersionNumber"] as JsonObject);
        if (call.Input.Text("SchemaVersionId") is { } id)
        {
            if (schemaId is not null || number is not null)
                throw Invalid("No other input parameters can be specified when fetching by SchemaVersionId.");
            return Ids.Find(id) is { } known && Versions.Find(known.Document.Text("Name")!) is { } found ? found
                : throw NotFound($"Schema version is not found. SchemaVersionId: {id}");
        }

        if (schemaId is null) throw Invalid("At least one of (registryName and schemaName) or schemaArn has to be provided.");
        if (number is null) throw Invalid("One of version number (or) latest version is required.");
        return VersionOf(SchemaOf(schemaId), number, schemaId.Text("SchemaArn"));
    }

    /// <summary>A version of a schema by its number, or the latest.</summary>
    public GlueRecord VersionOf(GlueRecord schema, JsonObject number, string? schemaArn = null)
    {
        var (isLatest, given) = (number.Flag("LatestVersion"), number.Number("VersionNumber"));
        if (isLatest && given is not null) throw Invalid("Only one of VersionNumber or LatestVersion is required.");
        var (registry, name) = Parts(schema.Name);
        var found = isLatest ? VersionsOf(schema).LastOrDefault() : given is { } wanted ? Versions.Find(NameOf(schema, wanted)) : null;
        return found ?? throw NotFound($"Schema version is not found. RegistryName: {registry}, SchemaName: {name}, "
            + $"SchemaArn: {schemaArn ?? "null"}, VersionNumber: {given?.ToString(CultureInfo.InvariantCulture) ?? "null"}, "
            + $"isLatestVersion: {(isLatest ? "true" : "false")}");
    }

    /// <summary>The versions of a schema, the first one first.</summary>
    public List<GlueRecord> VersionsOf(GlueRecord schema) => Versions.Under(schema.Name + "/");

    /// <summary>Adds a version to a schema.</summary>
    /// <returns>The version as it is kept.</returns>
    public GlueRecord AddVersion(GlueRecord schema, string definition)
    {
        var number = schema.Document.Number("Next")!.Value;
        var (name, id) = (NameOf(schema, number), Guid.NewGuid().ToString());
        Versions.Add(name, new JsonObject { ["Id"] = id, ["Number"] = number, ["Definition"] = definition, ["Metadata"] = new JsonArray() },
            null);
        Ids.Add(id, new JsonObject { ["Name"] = name }, null);
        schema.Document["Next"] = number + 1;
        Schemas.Save(schema);
        return Versions.Existing(name);
    }

    public void RemoveVersion(GlueRecord version)
    {
        Ids.Remove(version.Document.Text("Id")!);
        Versions.Remove(version.Name);
    }

    public void RemoveSchema(GlueRecord schema)
    {
        foreach (var version in VersionsOf(schema)) RemoveVersion(version);
        Schemas.Remove(schema.Name);
    }

    public string RegistryArn(string registry) => Arn($"registry/{registry}");

    public string SchemaArn(string schema) => Arn($"schema/{schema}");

    /// <summary>The registry and the name of a schema, or of the schema of a version.</summary>
    public static (string Registry, string Schema) Parts(string name) => name.Split('/') is [var registry, var schema, ..]
        ? (registry, schema) : throw new InvalidOperationException($"'{name}' is the name of no schema.");

    public static ApiException Invalid(string text) => new("InvalidInputException", text);

    public static ApiException NotFound(string text) => new("EntityNotFoundException", text);

    public static ApiException NoSchema(string registry, string schema, string? arn) =>
        NotFound($"Schema is not found. RegistryName: {registry}, SchemaName: {schema}, SchemaArn: {arn ?? "null"}");

    public static ApiException Exists(string what, string member, string name) =>
        new("AlreadyExistsException", $"{what} already exists. {member}: {name}");

    public static ApiException Full(string things) =>
        new("ResourceNumberLimitExceededException", $"More {things} cannot be created. The maximum limit has been reached.");

    // Numbers have six digits, so names are in the order of numbers.
    private static string NameOf(GlueRecord schema, long number) => $"{schema.Name}/{number:d6}";

    private string Arn(string path) => $"arn:aws:glue:{call.Lake.Region}:{call.Lake.AccountId}:{path}";
}
