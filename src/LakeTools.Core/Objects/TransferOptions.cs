namespace LakeTools.Core.Objects;

/// <summary>How objects are sent and received.</summary>
public sealed record TransferOptions
{
    private const int MiB = 1024 * 1024;

    /// <summary>How many files are under way at the same time.</summary>
    public int Files { get; init; } = 4;

    /// <summary>How many parts are under way at the same time, of all files together.</summary>
    public int Parts { get; init; } = 8;

    /// <summary>How large a part is, in bytes. S3 takes 5 MiB and more, and 10,000 parts; larger files get larger parts.</summary>
    public long PartSize { get; init; } = 8 * MiB;

    /// <summary>From how many bytes on a file is parted.</summary>
    public long PartedFrom { get; init; } = 16 * MiB;

    /// <summary>How large a part of a copy is, in bytes. Its bytes do not come here, so that it may be larger.</summary>
    public long CopyPartSize { get; init; } = 64 * MiB;

    /// <summary>From how many bytes on an object is copied in parts. S3 copies at most 5 GiB in one piece.</summary>
    public long CopyPartedFrom { get; init; } = 256 * MiB;

    /// <summary>
    /// How long a connection may give nothing while an object is received; then it counts as broken, and another goes on where it stands.
    /// </summary>
    public TimeSpan Stall { get; init; } = ObjectStream.DefaultStall;

    /// <summary>True to fail where there is an object already, which S3 looks after in the same step as it writes.</summary>
    public bool NoClobber { get; init; }
}
