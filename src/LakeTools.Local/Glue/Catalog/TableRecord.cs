using System.Text.Json.Nodes;
using LakeTools.Local.Wire;
using LakeTools.Rules.Rows;

namespace LakeTools.Local.Glue.Catalog;

/// <summary>A table as it is kept.</summary>
/// <param name="Database">In lower case.</param>
/// <param name="Name">In lower case.</param>
/// <param name="Document">The TableInput that made it or changed it last.</param>
/// <param name="Creator">Its creator: the ARN of a user or role.</param>
/// <param name="CreatedBy">Its creator as Glue returns it: for a role, the ARN of its session.</param>
/// <param name="Created">Milliseconds since 1970.</param>
/// <param name="Updated">Milliseconds since 1970.</param>
/// <param name="Version">Counts from 0.</param>
internal sealed record TableRecord(string Database, string Name, JsonObject Document, string Creator, string CreatedBy, long Created,
    long Updated, long Version)
{
    /// <summary>The location of its files, or null.</summary>
    public string? Location => (Document["StorageDescriptor"] as JsonObject)?.Text("Location") is { Length: > 0 } location
        ? location : null;

    /// <summary>Its columns and partition keys, in order.</summary>
    public IReadOnlyList<string> Columns => [.. RowColumns.Select(column => column.Name)];

    /// <summary>Its partition keys, in order.</summary>
    public IReadOnlyList<string> PartitionKeys => [.. RowColumns.Where(column => column.IsPartitionKey).Select(column => column.Name)];

    /// <summary>Its columns and partition keys, in order, with their types.</summary>
    public IReadOnlyList<RowColumn> RowColumns =>
    [
        .. Read((Document["StorageDescriptor"] as JsonObject)?.Items("Columns"), isKey: false),
        .. Read(Document.Items("PartitionKeys"), isKey: true),
    ];

    private static IEnumerable<RowColumn> Read(IEnumerable<JsonObject>? columns, bool isKey) =>
        (columns ?? []).Select(column => new RowColumn(column.Required("Name").ToLowerInvariant(), column.Text("Type") ?? "string", isKey));
}
