using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using LakeTools.Core;
using LakeTools.Rules.Text;

namespace LakeTools.Cmdlets;

/// <summary>
/// Shows progress: nothing in the first second, then at most five updates per second, then the end. Accepts reports
/// from any thread.
/// </summary>
public sealed class ProgressReporter : IProgress<LakeProgress>, IDisposable
{
    private static readonly TimeSpan s_quietTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);
    private static int s_lastActivity;

    private readonly Action<ProgressRecord> _write;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly object _gate = new();
    private readonly int _activity = Interlocked.Increment(ref s_lastActivity);
    private TimeSpan _next = s_quietTime;
    private string? _shown;

    internal ProgressReporter(Action<ProgressRecord> write) => _write = write;

    /// <summary>True if a report would be shown now, so the text for it is worth making.</summary>
    internal bool IsDue
    {
        get
        {
            lock (_gate) return _watch.Elapsed >= _next;
        }
    }

    /// <summary>Processes a report.</summary>
    /// <param name="value">The progress.</param>
    public void Report(LakeProgress value)
    {
        lock (_gate)
        {
            if (_watch.Elapsed < _next) return;
            _next = _watch.Elapsed + s_interval;
            _shown = PlainLine.Of(value.Activity);
        }

        _write(Record(value));
    }

    /// <summary>Removes the progress from the screen.</summary>
    public void Dispose()
    {
        if (_shown is { } activity) _write(new ProgressRecord(_activity, activity, "Done") { RecordType = ProgressRecordType.Completed });
    }

    /// <summary>A size as text, such as <c>12.5 MB</c> (1 MB = 1024 KB).</summary>
    /// <param name="bytes">The number of bytes.</param>
    /// <returns>The text.</returns>
    internal static string Size(double bytes)
    {
        string[] units = ["B", "KB", "MB", "GB", "TB"];
        var unit = 0;
        while (bytes >= 1024 && unit < units.Length - 1)
        {
            bytes /= 1024;
            unit++;
        }

        return bytes.ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture) + " " + units[unit];
    }

    private ProgressRecord Record(LakeProgress value)
    {
        var seconds = _watch.Elapsed.TotalSeconds;
        var total = value.Total > 0 ? " of " + Size(value.Total) : "";
        var status = value.IsBytes
            ? $"{value.Status} {Size(value.Done)}{total}, {Size(value.Done / seconds)}/s".TrimStart()
            : value.Status;
        var record = new ProgressRecord(_activity, PlainLine.Of(value.Activity), status.Length == 0 ? " " : PlainLine.Of(status));
        if (value.Total <= 0) return record;
        record.PercentComplete = (int)Math.Clamp(100 * value.Done / value.Total, 0, 100);
        if (value.Done > 0) record.SecondsRemaining = (int)Math.Min(int.MaxValue, seconds * (value.Total - value.Done) / value.Done);
        return record;
    }
}
