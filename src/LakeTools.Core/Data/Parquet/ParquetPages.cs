using System.Buffers.Binary;
using LakeTools.Core.Objects;

namespace LakeTools.Core.Data.Parquet;

/// <summary>The pages of a column of a row group, one after the other.</summary>
/// <param name="field">The column.</param>
/// <param name="bytes">The pages as they are in the file.</param>
/// <param name="codec">Their compression.</param>
/// <param name="count">The number of values and nulls in the pages.</param>
internal sealed class ParquetPages(ParquetField field, byte[] bytes, long codec, long count)
{
    private const int MostValues = 1 << 27; // what one page has at most, so that a broken size asks for no memory without end
    private const int BitPacked = 4;

    private int _position;

    /// <summary>The number of values and nulls in the pages that are not read yet.</summary>
    public long Left { get; private set; } = count;

    /// <summary>The dictionary; null if there is none before the pages that were read.</summary>
    public ParquetPage? Dictionary { get; private set; }

    /// <summary>Fetches the pages of a column.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="footer">Its directory.</param>
    /// <param name="group">The row group.</param>
    /// <param name="field">The column.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The pages.</returns>
    /// <exception cref="InvalidDataException">The file is broken, or the column is encrypted or too large.</exception>
    public static async Task<ParquetPages> ReadAsync(Stream stream, ParquetFooter footer, ThriftStruct group, ParquetField field,
        CancellationToken cancellationToken)
    {
        var chunks = group.Structs(1);
        if (field.Column >= chunks.Count) throw new InvalidDataException($"a row group has no column {field.Name}");
        var chunk = chunks[field.Column];
        if (chunk.Has(8) || chunk.Struct(3) is not { } column)
            throw new InvalidDataException($"the column {field.Name} is encrypted, or its position is missing");
        if (chunk.Text(1).Length > 0) throw new InvalidDataException($"the column {field.Name} is in another file");
        if (!column.Texts(3).SequenceEqual(field.Path) || column.Number(1) != (long)field.Physical)
            throw new InvalidDataException($"the column {field.Name} is another one in a row group than in the schema");
        var start = column.Number(9) ?? 0;
        if (column.Number(11) is { } dictionary and > 0 && dictionary < start) start = dictionary;
        var length = (column.Number(7) ?? 0) + OldHeadLength;
        length = Math.Min(length, footer.Start - start);
        if (start < 0 || length < 0 || (column.Number(5) ?? 0) < 0)
            throw new InvalidDataException($"the column {field.Name} is outside of the file");
        if (length > Array.MaxLength) throw new InvalidDataException($"the column {field.Name} has more than 2 GiB in a row group");
        var bytes = await ParquetFooter.ReadAsync(stream, start, (int)length, cancellationToken).ConfigureAwait(false);
        return new ParquetPages(field, bytes, column.Number(4) ?? 0, column.Number(5) ?? 0);
    }

    /// <summary>Reads the next page of values.</summary>
    /// <returns>The page, which has values or nulls.</returns>
    /// <exception cref="InvalidDataException">The column is broken.</exception>
    public ParquetPage Next()
    {
        while (Left > 0)
        {
            var head = ThriftStruct.Read(bytes, ref _position);
            var length = head.Count(3);
            var packed = bytes.AsMemory(_position, length);
            _position += length;
            if (head.Number(4) is { } checksum) Require(packed.Span, unchecked((uint)checksum));
            var page = head.Number(1) switch
            {
                0 when head.Struct(5) is { } first => First(head, first, packed),
                2 when head.Struct(7) is { } dictionary => Known(head, dictionary, packed),
                3 when head.Struct(8) is { } second => Second(head, second, packed),
                1 => null,
                _ => throw new InvalidDataException($"the column {field.Name} has a page of an unknown kind"),
            };
            if (page is null || page.Count == 0) continue;
            Left -= page.Count;
            return page;
        }

        throw new InvalidDataException($"the column {field.Name} ends before its row group does");
    }

    // Old files of Hadoop's writer leave the head of the dictionary's page out of the column's length (PARQUET-816).
    private static int OldHeadLength => 100;

    private ParquetPage? Known(ThriftStruct head, ThriftStruct dictionary, ReadOnlyMemory<byte> packed)
    {
        var values = Unpack(head, packed);
        Dictionary = new ParquetPage(Bounded(dictionary), [], [], Bounded(dictionary), 0, values);
        return null;
    }

    // A page of version 1 is packed as a whole: levels, each with its length, and values.
    private ParquetPage First(ThriftStruct head, ThriftStruct page, ReadOnlyMemory<byte> packed)
    {
        var content = Unpack(head, packed);
        var number = Bounded(page);
        var repetitions = Levels(ref content, field.Repetition, number, page.Number(4), areDefinitions: false);
        var definitions = Levels(ref content, field.Definition, number, page.Number(3), areDefinitions: true);
        return Page(number, repetitions, definitions, page.Number(2), content);
    }

    // Of a page of version 2 only the values are packed. Where all are null there are none, and nothing to unpack.
    private ParquetPage Second(ThriftStruct head, ThriftStruct page, ReadOnlyMemory<byte> packed)
    {
        var number = Bounded(page);
        var (before, behind) = (page.Count(6), page.Count(5));
        var repetitions = Runs(packed[..before].Span, field.Repetition, number, areDefinitions: false);
        var definitions = Runs(packed.Slice(before, behind).Span, field.Definition, number, areDefinitions: true);
        var values = packed[(before + behind)..];
        var length = head.Count(2) - before - behind;
        if (length < 0) throw new InvalidDataException("a page is shorter than its levels");
        if (page.Truth(7, otherwise: true) && values.Length > 0) values = ParquetCodec.Unpack(codec, values, length);
        return Page(number, repetitions, definitions, page.Number(4), values);
    }

    private ParquetPage Page(int number, int[] repetitions, int[] definitions, long? encoding, ReadOnlyMemory<byte> content)
    {
        if (number > Left) throw new InvalidDataException($"the column {field.Name} has more values than its header states");
        var there = number;
        foreach (var level in definitions)
        {
            if (level > field.Definition) throw new InvalidDataException("a level is larger than it can be");
            if (level < field.Definition) there--;
        }

        return new ParquetPage(number, repetitions, definitions, there, encoding ?? 0, content);
    }

    private void Require(ReadOnlySpan<byte> packed, uint checksum)
    {
        var actual = new Crc32();
        actual.Append(packed);
        if (actual.Value != checksum)
            throw new InvalidDataException($"a page of the column {field.Name} does not match its checksum");
    }

    private ReadOnlyMemory<byte> Unpack(ThriftStruct head, ReadOnlyMemory<byte> packed) =>
        ParquetCodec.Unpack(codec, packed, head.Count(2));

    private static int Bounded(ThriftStruct page) => page.Count(1) is var number and <= MostValues
        ? number : throw new InvalidDataException("a page has more values than it can have");

    private static int[] Levels(ref ReadOnlyMemory<byte> content, int largest, int number, long? encoding, bool areDefinitions)
    {
        if (largest == 0) return [];
        if (encoding == BitPacked)
        {
            var levels = new int[number];
            var width = ParquetBits.Width(largest);
            ParquetBits.ReadOldPacked(content.Span, width, levels);
            content = content[(int)((((long)number * width) + 7) / 8)..];
            return levels;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(content.Span);
        var runs = Runs(content.Slice(4, length).Span, largest, number, areDefinitions);
        content = content[(4 + length)..];
        return runs;
    }

    // Most pages have no null: one run of the largest definition level, which needs no number a value.
    private static int[] Runs(ReadOnlySpan<byte> content, int largest, int number, bool areDefinitions)
    {
        var width = ParquetBits.Width(largest);
        if (largest == 0 || (areDefinitions && ParquetBits.IsRun(content, width, largest, number))) return [];
        var levels = new int[number];
        ParquetBits.ReadRuns(content, width, levels);
        return levels;
    }
}
