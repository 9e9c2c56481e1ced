using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Schemas;

/// <summary>CreateRegistry, GetRegistry, ListRegistries, UpdateRegistry, DeleteRegistry.</summary>
internal static class RegistryOperations
{
    // AWS's quota for an account in a region.
    private const int MaxRegistries = 10;

    public static JsonObject Create(ApiCall call)
    {
        var (registry, name) = (new SchemaRegistry(call), call.Input.Required("RegistryName"));
        if (registry.Registries.Find(name) is not null) throw SchemaRegistry.Exists("Registry", "RegistryName", name);
        if (registry.Registries.All().Count >= MaxRegistries) throw SchemaRegistry.Full("registries");
        var description = call.Input.Text("Description");
        registry.Registries.Add(name, new JsonObject().With("Description", description), call.Input["Tags"] as JsonObject);
        return Reference(registry, name).With("Description", description).With("Tags", call.Input["Tags"]?.DeepClone());
    }

    public static JsonObject Get(ApiCall call)
    {
        var registry = new SchemaRegistry(call);
        return Shown(registry, registry.Registries.Existing(Named(call, registry)));
    }

    public static JsonObject List(ApiCall call)
    {
        var registry = new SchemaRegistry(call);
        var (page, next) = registry.Registries.Page(record => Shown(registry, record));
        return new JsonObject { ["Registries"] = page }.With("NextToken", next);
    }

    public static JsonObject Update(ApiCall call)
    {
        var registry = new SchemaRegistry(call);
        var record = registry.Registries.Existing(Named(call, registry));
        record.Document["Description"] = call.Input.Required("Description");
        registry.Registries.Save(record);
        return Reference(registry, record.Name);
    }

    /// <summary>Removes a registry with its schemas. AWS does it behind the call; here it is done with the answer.</summary>
    public static JsonObject Delete(ApiCall call)
    {
        var registry = new SchemaRegistry(call);
        var name = Named(call, registry);
        foreach (var schema in registry.Schemas.Under(name + "/")) registry.RemoveSchema(schema);
        registry.Registries.Remove(name);
        return Reference(registry, name).With("Status", "DELETING");
    }

    private static string Named(ApiCall call, SchemaRegistry registry)
    {
        var name = registry.RegistryOf(call.Input["RegistryId"] as JsonObject);
        return registry.Registries.Find(name) is not null ? name
            : throw SchemaRegistry.NotFound($"Registry is not found. RegistryName: {name}");
    }

    private static JsonObject Reference(SchemaRegistry registry, string name) =>
        new() { ["RegistryArn"] = registry.RegistryArn(name), ["RegistryName"] = name };

    private static JsonObject Shown(SchemaRegistry registry, GlueRecord record) => Reference(registry, record.Name)
        .With("Description", record.Document.Text("Description"))
        .With("Status", "AVAILABLE")
        .With("CreatedTime", SchemaTimes.Text(record.Created))
        .With("UpdatedTime", SchemaTimes.Text(record.Updated));
}
