using System.Globalization;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>A range of bytes, as asked for by <c>bytes=from-to</c>, <c>bytes=from-</c> or <c>bytes=-last</c>.</summary>
internal static class ByteRange
{
    private const string Unit = "bytes=";

    /// <summary>Reads a Range header for an object of that size.</summary>
    /// <returns>Offset and length; null where the header is none that S3 reads, so that all is sent.</returns>
    /// <exception cref="ApiException">The range lies outside of the object.</exception>
    public static (long Offset, long Length)? Parse(string? header, long size)
    {
        if (header is null || !header.StartsWith(Unit, StringComparison.Ordinal)) return null;
        var text = header[Unit.Length..].Trim();
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || text.Contains(',', StringComparison.Ordinal)) return null;
        var (from, to) = (Number(text[..dash]), Number(text[(dash + 1)..]));
        if (from is null)
        {
            if (dash > 0 || to is null) return null;
            if (to == 0 || size == 0) throw S3Error.InvalidRange();
            var last = Math.Min(to.Value, size);
            return (size - last, last);
        }

        if (to is null && dash < text.Length - 1) return null;
        if (to < from) return null;
        if (from >= size) throw S3Error.InvalidRange();
        return (from.Value, Math.Min(to ?? long.MaxValue, size - 1) - from.Value + 1);
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
