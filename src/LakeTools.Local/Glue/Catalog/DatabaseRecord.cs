using System.Text.Json.Nodes;

namespace LakeTools.Local.Glue.Catalog;

/// <summary>A database as it is kept.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Document">The DatabaseInput that made it.</param>
/// <param name="Creator">Its creator: an ARN.</param>
/// <param name="Created">Milliseconds since 1970.</param>
internal sealed record DatabaseRecord(string Name, JsonObject Document, string Creator, long Created);
