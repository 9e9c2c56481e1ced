using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LakeTools.Core.Data.Csv;

/// <summary>
/// Finds the fields of records that need no care, which most are: no quote, no escape, as many fields as the records before, and a
/// line's end that is buffered. It looks at eight characters at a time. <see cref="CsvReader"/> reads all other records, and would give
/// the same answer for these.
/// </summary>
/// <param name="dialect">The dialect of the text.</param>
internal sealed class CsvPlainScan(CsvDialect dialect)
{
    private const int Together = 8; // characters in a vector
    private const int MostPause = 64;

    private readonly char _delimiter = dialect.Delimiter;
    private readonly char _quote = dialect.Quote ?? '\n';
    private readonly char _escape = dialect.Escape ?? '\n';
    private int _pause; // how many calls to leave out, where one record after the other needs care
    private int _nextPause;

    /// <summary>Finds the fields of records that follow each other, until one needs care.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="start">The position of the first record; behind the call, that of the next one.</param>
    /// <param name="end">The end of the buffered text.</param>
    /// <param name="width">The number of fields of a record.</param>
    /// <param name="fields">Takes the fields, and has room for those of the most records that are wanted.</param>
    /// <returns>The number of records.</returns>
    public int Scan(char[] buffer, ref int start, int end, int width, Span<CsvField> fields)
    {
        if (_pause > 0)
        {
            _pause--;
            return 0;
        }

        var count = Find(buffer, ref start, end, width, fields);
        if (count > 0) _nextPause = 0;
        else _pause = _nextPause = Math.Min((_nextPause * 2) + 1, MostPause);
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a long file is read before the runtime would compile it better
    private int Find(char[] buffer, ref int start, int end, int width, Span<CsvField> fields)
    {
        var delimiters = Vector128.Create((ushort)_delimiter);
        var lineFeeds = Vector128.Create((ushort)'\n');
        var returns = Vector128.Create((ushort)'\r');
        var quotes = Vector128.Create((ushort)_quote);
        var escapes = Vector128.Create((ushort)_escape);
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetArrayDataReference(buffer));
        var (field, count, ended, missing) = (start, 0, 0, width);
        for (var position = start; position <= end - Together; position += Together)
        {
            var characters = Vector128.LoadUnsafe(ref first, (nuint)position);
            var found = (Vector128.Equals(characters, delimiters) | Vector128.Equals(characters, lineFeeds)
                | Vector128.Equals(characters, returns) | Vector128.Equals(characters, quotes)
                | Vector128.Equals(characters, escapes)).ExtractMostSignificantBits();
            for (; found != 0; found &= found - 1)
            {
                var place = position + BitOperations.TrailingZeroCount(found);
                if (place < field) continue; // the line feed behind a return
                var character = buffer[place];
                var isReturn = character == '\r' && place + 1 < end && buffer[place + 1] == '\n';
                var isEnd = isReturn || character == '\n';
                if ((!isEnd && character != _delimiter) || isEnd != (missing == 1) || (isEnd && place == start)) return ended;
                fields[count++] = new CsvField(field, place - field, CsvFieldForm.Plain);
                field = isReturn ? place + 2 : place + 1;
                if (--missing > 0) continue;
                start = field;
                ended++;
                missing = width;
                if (count == fields.Length) return ended;
            }
        }

        return ended; // the buffer ends first
    }
}
