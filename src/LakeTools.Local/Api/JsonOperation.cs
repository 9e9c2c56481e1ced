using System.Text.Json.Nodes;

namespace LakeTools.Local.Api;

/// <summary>An operation of a service.</summary>
/// <param name="Writes">Whether it may write.</param>
/// <param name="Body">The function that takes the call and returns the members of the answer.</param>
internal sealed record JsonOperation(bool Writes, Func<ApiCall, JsonObject?> Body);
