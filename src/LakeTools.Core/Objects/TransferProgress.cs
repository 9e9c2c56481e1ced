namespace LakeTools.Core.Objects;

/// <summary>Adds up the progress of parallel transfers.</summary>
/// <param name="progress">Receives the progress, or null.</param>
/// <param name="activity">The activity, such as <c>Sending 3 files</c>.</param>
/// <param name="total">The total number of bytes.</param>
internal sealed class TransferProgress(IProgress<LakeProgress>? progress, string activity, long total)
{
    private readonly object _lock = new();
    private long _done;
    private long _shown;

    /// <summary>Counts bytes that went over.</summary>
    /// <param name="bytes">The number of bytes. Negative if they are sent again.</param>
    /// <param name="name">Of which file.</param>
    public void Add(long bytes, string name)
    {
        if (progress is null) return;
        lock (_lock)
        {
            // Bytes that are read for a signature, or sent again, are counted twice. The progress that is shown never decreases.
            _done += bytes;
            if (_done <= _shown) return;
            _shown = _done;
        }

        progress.Report(new LakeProgress(activity, name, Math.Min(Volatile.Read(ref _shown), total), total, IsBytes: true));
    }
}
