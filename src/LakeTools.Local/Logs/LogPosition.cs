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

    /// <summary>Reads a token of a list; null where it is none.</summary>
    public static LogPosition? FromToken(string token, string list) =>
        PageToken.Read(token, list) is [var timestamp, var id]
        && long.TryParse(timestamp, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time)
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var arrival)
            ? new LogPosition(time, arrival)
            : null;
}
