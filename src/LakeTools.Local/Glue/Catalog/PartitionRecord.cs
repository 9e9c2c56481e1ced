using System.Text.Json.Nodes;

namespace LakeTools.Local.Glue.Catalog;

/// <summary>A partition as it is kept.</summary>
/// <param name="Key">Its values as JSON, which is also its place in lists.</param>
/// <param name="Values">One for each partition key of the table, in order.</param>
/// <param name="Document">The PartitionInput that made it or changed it last.</param>
/// <param name="Created">Milliseconds since 1970.</param>
internal sealed record PartitionRecord(string Key, IReadOnlyList<string> Values, JsonObject Document, long Created);
