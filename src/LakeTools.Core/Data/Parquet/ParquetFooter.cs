using System.Buffers.Binary;

namespace LakeTools.Core.Data.Parquet;

/// <summary>The directory of a file, which is at its end: the schema, and where the columns of each row group lie.</summary>
/// <param name="Fields">The schema's fields.</param>
/// <param name="RowGroups">The row groups, as parquet.thrift's RowGroup.</param>
/// <param name="Start">The start of the footer; no column follows it.</param>
internal sealed record ParquetFooter(IReadOnlyList<ParquetField> Fields, IReadOnlyList<ThriftStruct> RowGroups, long Start)
{
    private const int TailLength = 8;

    /// <summary>Reads the directory.</summary>
    /// <param name="stream">The file, which can seek.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The directory.</returns>
    /// <exception cref="InvalidDataException">The file is broken, encrypted, or no Parquet.</exception>
    public static async Task<ParquetFooter> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var length = stream.Length;
        if (length < TailLength + 4) throw new InvalidDataException("it is too short for Parquet");
        var tail = await ReadAsync(stream, length - TailLength, TailLength, cancellationToken).ConfigureAwait(false);
        if (tail.AsSpan(4).SequenceEqual("PARE"u8)) throw new InvalidDataException("it is encrypted");
        if (!tail.AsSpan(4).SequenceEqual("PAR1"u8)) throw new InvalidDataException("it does not end as Parquet does");
        var size = BinaryPrimitives.ReadUInt32LittleEndian(tail);
        if (size > length - TailLength - 4) throw new InvalidDataException("its directory is longer than the file");
        var start = length - TailLength - size;
        var bytes = await ReadAsync(stream, start, (int)size, cancellationToken).ConfigureAwait(false);
        return ParquetGuard.Run(() => Parse(bytes, start));
    }

    /// <summary>Reads a part of a file.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="start">The start of the part.</param>
    /// <param name="length">The length of the part.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The part.</returns>
    /// <exception cref="InvalidDataException">The file ends within the part.</exception>
    public static async Task<byte[]> ReadAsync(Stream stream, long start, int length, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        stream.Seek(start, SeekOrigin.Begin);
        var read = await stream.ReadAtLeastAsync(bytes, length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return read == length ? bytes : throw new InvalidDataException("it ends too early");
    }

    private static ParquetFooter Parse(byte[] bytes, long start)
    {
        var position = 0;
        var file = ThriftStruct.Read(bytes, ref position);
        return new ParquetFooter(ParquetSchemaReader.Read(file.Structs(2)), file.Structs(4), start);
    }
}
