using System.Text.Json.Nodes;

namespace LakeTools.Local.Glue.Jobs;

/// <summary>A job's definition: what the client gave, which keeps members that the lake does nothing with.</summary>
/// <param name="Name">The name.</param>
/// <param name="Document">The members of CreateJob or UpdateJob, without name and tags.</param>
/// <param name="Created">Milliseconds since 1970.</param>
/// <param name="Modified">Milliseconds since 1970.</param>
internal sealed record JobRecord(string Name, JsonObject Document, long Created, long Modified);
