namespace LakeTools.Local.Logs;

/// <summary>A log event with its place in the store. Events are ordered by time, and by arrival within one time.</summary>
/// <param name="Id">The order of arrival.</param>
/// <param name="Stream">The stream's name.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Ingested">When it arrived.</param>
/// <param name="Message">The line.</param>
internal sealed record StoredLogEvent(long Id, string Stream, long Timestamp, long Ingested, string Message);
