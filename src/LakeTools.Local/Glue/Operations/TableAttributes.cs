using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Glue.Iceberg;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;

namespace LakeTools.Local.Glue.Operations;

/// <summary>The answer of GetTable and GetTables with AttributesToGet.</summary>
/// <remarks>
/// Source: API reference, GetTables (NAME must be there; NAME and TABLE_TYPE give those alone). Undocumented: what DEFAULT and
/// LATEST_ICEBERG_METADATA give together, and that they need no NAME.
/// </remarks>
internal static class TableAttributes
{
    public static JsonObject Cut(ApiCall call, JsonObject answer, TableRecord table, LakeRights rights)
    {
        if (call.Input.Texts("AttributesToGet") is not { } wanted) return answer;
        if (wanted.Count == 0) throw new ApiException("InvalidInputException", "AttributesToGet cannot be empty.");
        var shown = wanted.Contains("DEFAULT") ? answer : new JsonObject
        {
            ["Name"] = answer["Name"]!.DeepClone(),
            ["DatabaseName"] = answer["DatabaseName"]!.DeepClone(),
            ["CatalogId"] = answer["CatalogId"]!.DeepClone(),
        }.With("TableType", wanted.Contains("TABLE_TYPE") ? answer["TableType"]?.DeepClone() : null);
        return !wanted.Contains("LATEST_ICEBERG_METADATA") || IcebergTables.Metadata(call, table) is not { } metadata ? shown
            : shown.With("IcebergTableMetadata",
                IcebergWire.Write(metadata, rights.VisibleColumns(table.Columns).ToHashSet(StringComparer.Ordinal)));
    }
}
