namespace LakeTools.Core.Objects;

/// <summary>Settings of uploads and downloads.</summary>
public sealed record TransferOptions
{
    private const int MiB = 1024 * 1024;

    /// <summary>The number of files transferred in parallel.</summary>
    public int Files { get; init; } = 4;

    /// <summary>The number of parts transferred in parallel, of all files.</summary>
    public int Parts { get; init; } = 8;

    /// <summary>The size of a part, in bytes. S3 accepts 5 MiB and more, and at most 10,000. Larger files have larger parts.</summary>
    public long PartSize { get; init; } = 8 * MiB;

    /// <summary>The size from which a file is uploaded in parts, in bytes.</summary>
    public long PartedFrom { get; init; } = 16 * MiB;

    /// <summary>The size of a part of a copy, in bytes. It can be larger, because the data is not downloaded.</summary>
    public long CopyPartSize { get; init; } = 64 * MiB;

    /// <summary>The size from which an object is copied in parts, in bytes. S3 copies at most 5 GiB in one call.</summary>
    public long CopyPartedFrom { get; init; } = 256 * MiB;

    /// <summary>
    /// The time without data after which a download's connection counts as broken. Another continues at the same byte.
    /// </summary>
    public TimeSpan Stall { get; init; } = ObjectStream.DefaultStall;

    /// <summary>True to fail if the object exists. S3 checks this atomically.</summary>
    public bool NoClobber { get; init; }
}
