using LakeTools.Local.Wire;

namespace LakeTools.Local.Logs;

/// <summary>A place between two events: after (or before) the event of that time and arrival.</summary>
internal readonly record struct LogPosition(long Timestamp, long Id)
{
    public static LogPosition Start { get; } = new(long.MinValue, 0);

    public static LogPosition End { get; } = new(long.MaxValue, long.MaxValue);

    public static LogPosition Of(StoredLogEvent item) => new(item.Timestamp, item.Id);

    /// <summary>Writes the token of the page that goes on here.</summary>
    /// <param name="page">The page before.</param>
    /// <param name="direction">The direction; null for a list that has one only.</param>
    public string ToToken(Page page, string? direction = null) =>
        direction is null ? page.Token(Timestamp, Id) : page.Token(direction, Timestamp, Id);

    /// <summary>The position that a page ends at, for the next one.</summary>
    /// <param name="page">The page.</param>
    /// <param name="start">The start of the list.</param>
    public static LogPosition Of(Page page, LogPosition start) => page.Last switch
    {
        [] => start,
        [.., var timestamp, var id] => new LogPosition(page.Number(timestamp), page.Number(id)),
        _ => throw page.Invalid(),
    };
}
