namespace LakeTools.Host.Terminal;

/// <summary>Progress as one live line at the bottom: <c>Sending a.csv [ooo       40% 00:12]</c>. It shows the latest record.</summary>
internal sealed class ProgressLine(TextWriter output, bool isLive, Func<int> width)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);
    private readonly Lock _gate = new();
    private readonly Dictionary<(long Source, int Activity), ProgressRecord> _records = [];
    private DateTime _shownAt;
    private bool _isShown;

    public void Show(long source, ProgressRecord record)
    {
        if (!isLive) return;
        lock (_gate)
        {
            if (record.RecordType == ProgressRecordType.Completed)
            {
                _records.Remove((source, record.ActivityId));
                if (_records.Count == 0) Erase();
                return;
            }

            bool isNew = !_records.ContainsKey((source, record.ActivityId));
            _records[(source, record.ActivityId)] = record;
            if (!isNew && DateTime.UtcNow - _shownAt < s_pause) return;
            _shownAt = DateTime.UtcNow;
            output.Write("\r" + PSStyle.Instance.Progress.Style + Line(record) + PSStyle.Instance.Reset + "\x1b[K");
            _isShown = true;
        }
    }

    /// <summary>Makes room for other output; the next record shows again.</summary>
    public void Hide()
    {
        if (!isLive) return;
        lock (_gate) Erase();
    }

    private void Erase()
    {
        if (!_isShown) return;
        output.Write("\r\x1b[K");
        _isShown = false;
        _shownAt = default;
    }

    private string Line(ProgressRecord record)
    {
        int room = Math.Max(20, width() - 1);
        var activity = Cut(record.Activity, room / 2);
        var left = record.SecondsRemaining >= 0 ? " " + TimeSpan.FromSeconds(record.SecondsRemaining).ToString("g") : "";
        var status = record.PercentComplete >= 0
            ? $"{record.StatusDescription} {record.PercentComplete}%{left}" : record.StatusDescription + left;
        int inside = Math.Max(4, Math.Min(room - activity.Length - 3, 60));
        status = Cut(status, inside).PadRight(inside);
        if (record.PercentComplete < 0) return $"{activity} [{status}]";
        int filled = inside * Math.Min(100, record.PercentComplete) / 100;
        return $"{activity} [\x1b[7m{status[..filled]}\x1b[27m{status[filled..]}]";
    }

    private static string Cut(string? text, int length)
    {
        var line = (text ?? "").ReplaceLineEndings(" ");
        return line.Length <= length ? line : line[..Math.Max(0, length - 1)] + "…";
    }
}
