using System.Text.Json.Nodes;

namespace LakeTools.Local.Glue.Catalog;

/// <summary>Something that the catalog keeps under a name.</summary>
/// <param name="Name">Its name; letter case counts.</param>
/// <param name="Document">Its members as they are kept.</param>
/// <param name="Created">Milliseconds since 1970.</param>
/// <param name="Updated">Milliseconds since 1970.</param>
internal sealed record GlueRecord(string Name, JsonObject Document, long Created, long Updated);
