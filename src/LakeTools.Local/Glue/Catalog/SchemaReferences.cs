using System.Text.Json.Nodes;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Catalog;

/// <summary>The schema of the schema registry that a StorageDescriptor refers to.</summary>
internal static class SchemaReferences
{
    /// <summary>Refuses a reference to no schema (API reference, SchemaReference).</summary>
    /// <param name="owner">A TableInput or PartitionInput.</param>
    public static void Check(JsonObject owner)
    {
        if ((owner["StorageDescriptor"] as JsonObject)?["SchemaReference"] is JsonObject reference
            && reference["SchemaId"] is null && reference["SchemaVersionId"] is null)
            throw new ApiException("InvalidInputException", "A SchemaReference must have a SchemaId or a SchemaVersionId.");
    }
}
