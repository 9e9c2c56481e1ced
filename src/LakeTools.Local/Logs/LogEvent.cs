namespace LakeTools.Local.Logs;

/// <summary>One line of a log.</summary>
/// <param name="Timestamp">When it happened, milliseconds since 1970.</param>
/// <param name="Message">The line, without its end.</param>
internal sealed record LogEvent(long Timestamp, string Message);
