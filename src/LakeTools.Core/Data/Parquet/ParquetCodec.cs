using System.Buffers.Binary;
using System.IO.Compression;
using K4os.Compression.LZ4;
using Snappier;
using ZstdSharp;

namespace LakeTools.Core.Data.Parquet;

/// <summary>Unpacks pages. The numbers of the packings are those of parquet.thrift's CompressionCodec.</summary>
internal static class ParquetCodec
{
    /// <summary>Unpacks a page.</summary>
    /// <param name="codec">The packing.</param>
    /// <param name="packed">The page as it is in the file.</param>
    /// <param name="length">The length of the decompressed bytes.</param>
    /// <returns>The page.</returns>
    /// <exception cref="InvalidDataException">It is packed in a way that is not known here, or has another length.</exception>
    public static ReadOnlyMemory<byte> Unpack(long codec, ReadOnlyMemory<byte> packed, int length)
    {
        if (length == 0) return default;
        if (codec == 0) return packed.Length >= length ? packed[..length] : throw new InvalidDataException("a page is too short");
        var page = GC.AllocateUninitializedArray<byte>(length); // filled or thrown away below
        var count = codec switch
        {
            1 => Snappy.Decompress(packed.Span, page),
            2 => Gzip(packed, page),
            4 => BrotliDecoder.TryDecompress(packed.Span, page, out var written) ? written : -1,
            5 => HadoopLz4(packed.Span, page),
            6 => Zstd(packed.Span, page),
            7 => LZ4Codec.Decode(packed.Span, page),
            3 => throw new InvalidDataException("its pages are compressed with LZO, which is not supported"),
            _ => throw new InvalidDataException($"its pages have an unknown compression ({codec})"),
        };
        return count == length ? page : throw new InvalidDataException("a page does not have the length that it should have");
    }

    private static int Gzip(ReadOnlyMemory<byte> packed, byte[] page)
    {
        using var stream = new GZipStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        return stream.ReadAtLeast(page, page.Length, throwOnEndOfStream: false);
    }

    private static int Zstd(ReadOnlySpan<byte> packed, byte[] page)
    {
        using var decompressor = new Decompressor();
        return decompressor.Unwrap(packed, page);
    }

    // Hadoop puts two lengths before each of its blocks; other writers of this packing, which is not used any more, did not.
    private static int HadoopLz4(ReadOnlySpan<byte> packed, byte[] page)
    {
        var (position, count) = (0, 0);
        while (packed.Length - position >= 8)
        {
            var whole = BinaryPrimitives.ReadUInt32BigEndian(packed[position..]);
            var length = BinaryPrimitives.ReadUInt32BigEndian(packed[(position + 4)..]);
            position += 8;
            if (length > packed.Length - position || whole > page.Length - count
                || LZ4Codec.Decode(packed.Slice(position, (int)length), page.AsSpan(count, (int)whole)) != whole)
                return LZ4Codec.Decode(packed, page);
            position += (int)length;
            count += (int)whole;
        }

        return position == packed.Length ? count : LZ4Codec.Decode(packed, page);
    }
}
