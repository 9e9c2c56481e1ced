using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Records;

/// <summary>Security configurations, as records: the lake encrypts as it does whatever a job names.</summary>
internal static class SecurityConfigurations
{
    private const string Encryption = "EncryptionConfiguration";

    public static JsonObject Create(ApiCall call)
    {
        var (store, name) = (Store(call), call.Input.Required("Name"));
        store.Add(name, new JsonObject { [Encryption] = call.Input[Encryption]!.DeepClone() }, null);
        return new JsonObject { ["Name"] = name, ["CreatedTimestamp"] = EpochTime.ToWire(store.Existing(name).Created) };
    }

    public static JsonObject Get(ApiCall call) =>
        new() { ["SecurityConfiguration"] = ToWire(Store(call).Existing(call.Input.Required("Name"))) };

    public static JsonObject GetAll(ApiCall call)
    {
        var (page, next) = Store(call).Page(ToWire);
        return new JsonObject { ["SecurityConfigurations"] = page }.With("NextToken", next);
    }

    public static JsonObject Delete(ApiCall call)
    {
        var (store, name) = (Store(call), call.Input.Required("Name"));
        return store.Remove(name) ? [] : throw store.NotFound(name);
    }

    private static RecordStore Store(ApiCall call) => new(call, "securityConfiguration");

    private static JsonObject ToWire(GlueRecord record) => new()
    {
        ["Name"] = record.Name,
        ["CreatedTimeStamp"] = EpochTime.ToWire(record.Created),
        [Encryption] = record.Document[Encryption]!.DeepClone(),
    };
}
