namespace LakeTools.Local.Logs;

/// <summary>A stream and the times of its events; null if it has none.</summary>
internal sealed record LogStreamFacts(string Name, long Created, long? FirstEvent, long? LastEvent, long? LastIngestion);
