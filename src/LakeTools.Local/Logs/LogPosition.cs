using System.Globalization;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Logs;

/// <summary>A place between two events: after (or before) the event of that time and arrival.</summary>
internal readonly record struct LogPosition(long Timestamp, long Id)
{
    public static LogPosition Start { get; } = new(long.MinValue, 0);

    public static LogPosition End { get; } = new(long.MaxValue, long.MaxValue);

    public static LogPosition Of(StoredLogEvent item) => new(item.Timestamp, item.Id);

    /// <summary>Writes a token of a list.</summary>
    public string ToToken(string list) =>
        PageToken.Write(list, Timestamp.ToString(CultureInfo.InvariantCulture), Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>The position that a page ends at, for the next one.</summary>
    /// <param name="page">The page.</param>
    /// <param name="start">The start of the list.</param>
    public static LogPosition Of(Page page, LogPosition start) => page.Last switch
    {
        [] => start,
        [var timestamp, var id] => new LogPosition(page.Number(timestamp), page.Number(id)),
        _ => throw page.Invalid(),
    };
}
