namespace LakeTools.Core.Objects;

/// <summary>Cuts a file into parts.</summary>
internal static class PartPlan
{
    private const int MostParts = 10_000; // S3's limit of a multipart upload
    private const long MiB = 1024 * 1024;

    /// <summary>The parts of a file.</summary>
    /// <param name="size">The file's size in bytes.</param>
    /// <param name="wantedPartSize">The preferred size of a part. Parts are larger if there would be too many.</param>
    /// <returns>The parts, all of the same size except the last.</returns>
    public static IReadOnlyList<Part> Of(long size, long wantedPartSize)
    {
        var partSize = wantedPartSize;
        if (size > partSize * MostParts) partSize = ((size / MostParts / MiB) + 1) * MiB;
        var parts = new List<Part>();
        for (var start = 0L; start < size; start += partSize) parts.Add(new Part(parts.Count + 1, start, Math.Min(partSize, size - start)));
        return parts;
    }

    /// <summary>A part of a file.</summary>
    /// <param name="Number">Its number, from 1.</param>
    /// <param name="Start">Its first byte.</param>
    /// <param name="Length">Its length in bytes.</param>
    public readonly record struct Part(int Number, long Start, long Length);
}
