namespace LakeTools.Core.Objects;

/// <summary>Adds up what several transfers at the same time have carried.</summary>
/// <param name="progress">Told of it, or null.</param>
/// <param name="activity">What is done, such as <c>Sending 3 files</c>.</param>
/// <param name="total">How many bytes there are.</param>
internal sealed class TransferProgress(IProgress<LakeProgress>? progress, string activity, long total)
{
    private readonly object _lock = new();
    private long _done;
    private long _shown;

    /// <summary>Counts bytes that went over.</summary>
    /// <param name="bytes">How many; less than zero where they have to go again.</param>
    /// <param name="name">Of which file.</param>
    public void Add(long bytes, string name)
    {
        if (progress is null) return;
        lock (_lock)
        {
            // What is read for a signature first, or has to go again, is counted twice on its way: nobody is shown less than before.
            _done += bytes;
            if (_done <= _shown) return;
            _shown = _done;
        }

        progress.Report(new LakeProgress(activity, name, Math.Min(Volatile.Read(ref _shown), total), total, IsBytes: true));
    }
}
