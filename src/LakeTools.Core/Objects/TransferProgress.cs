namespace LakeTools.Core.Objects;

/// <summary>Adds up what several transfers at the same time have carried.</summary>
/// <param name="progress">Told of it, or null.</param>
/// <param name="activity">What is done, such as <c>Sending 3 files</c>.</param>
/// <param name="total">How many bytes there are.</param>
internal sealed class TransferProgress(IProgress<LakeProgress>? progress, string activity, long total)
{
    private long _done;

    /// <summary>Counts bytes that went over.</summary>
    /// <param name="bytes">How many; less than zero where they have to go again.</param>
    /// <param name="name">Of which file.</param>
    public void Add(long bytes, string name)
    {
        var done = Interlocked.Add(ref _done, bytes);
        progress?.Report(new LakeProgress(activity, name, Math.Clamp(done, 0, total), total, IsBytes: true));
    }
}
