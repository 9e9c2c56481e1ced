using System.Globalization;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>A range of bytes, as asked for by <c>bytes=from-to</c>, <c>bytes=from-</c> or <c>bytes=-last</c>.</summary>
internal static class ByteRange
{
    private const string Unit = "bytes=";
    private const string CopyHeader = "x-amz-copy-source-range";

    /// <summary>Reads a Range header for an object of that size.</summary>
    /// <returns>Offset and length; null if the header is none that S3 reads, so all is sent.</returns>
    /// <exception cref="ApiException">The range is outside of the object.</exception>
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
            if (to == 0 || size == 0) throw S3Error.InvalidRange(header, size);
            var last = Math.Min(to.Value, size);
            return (size - last, last);
        }

        if (to is null && dash < text.Length - 1) return null;
        if (to < from) return null;
        if (from >= size) throw S3Error.InvalidRange(header, size);
        return (from.Value, Math.Min(to ?? long.MaxValue, size - 1) - from.Value + 1);
    }

    /// <summary>Reads the range of a part that is copied, which S3 takes in one form alone, and only within the object.</summary>
    /// <exception cref="ApiException">It has another form, or ends beyond the object.</exception>
    public static (long Offset, long Length) ParseCopy(string header, long size)
    {
        var bounds = header.StartsWith(Unit, StringComparison.Ordinal) ? header[Unit.Length..].Split('-') : [];
        if (bounds is not [var first, var last] || Number(first) is not { } from || Number(last) is not { } to || to < from)
        {
            throw S3Error.InvalidArgument(
                "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of "
                    + "the first and last bytes to copy",
                CopyHeader,
                header);
        }

        if (from >= size) throw S3Error.InvalidRequest("The specified copy range is invalid for the source object size");
        return to < size
            ? (from, to - from + 1)
            : throw S3Error.InvalidArgument($"Range specified is not valid for source object of size: {size}", CopyHeader, header);
    }

    // A number of any length (RFC 9110, 14.1.1): beyond the largest one that is counted here is beyond every object.
    private static long? Number(string text) =>
        text.Length == 0 || !text.All(char.IsAsciiDigit) ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : long.MaxValue;
}
