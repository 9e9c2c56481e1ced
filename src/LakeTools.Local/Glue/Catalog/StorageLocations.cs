using System.Text.Json.Nodes;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Catalog;

/// <summary>The places that a StorageDescriptor points to.</summary>
internal static class StorageLocations
{
    /// <summary>Location and AdditionalLocations of the StorageDescriptor; none if there is no descriptor.</summary>
    /// <param name="owner">A TableInput or PartitionInput.</param>
    public static IEnumerable<string> Of(JsonObject owner)
    {
        if (owner["StorageDescriptor"] is not JsonObject storage) return [];
        return (storage.Text("Location") is { Length: > 0 } location ? [location] : Array.Empty<string>())
            .Concat(storage.Texts("AdditionalLocations") ?? []);
    }
}
