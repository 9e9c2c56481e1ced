using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LakeTools.Core.Data.Csv;

/// <summary>
/// Finds the fields of records that need no care, which most are: no quote, no escape, and a line's end that is buffered. It looks at
/// eight characters at a time. <see cref="CsvReader"/> reads all other records, and would give the same answer for these.
/// </summary>
/// <param name="dialect">The dialect of the text.</param>
internal sealed class CsvPlainScan(CsvDialect dialect)
{
    private const int Together = 8; // characters in a vector
    private const int MostPause = 64;

    private readonly Vector128<ushort> _delimiter = Vector128.Create((ushort)dialect.Delimiter);
    private readonly Vector128<ushort> _lineFeed = Vector128.Create((ushort)'\n');
    private readonly Vector128<ushort> _return = Vector128.Create((ushort)'\r');
    private readonly Vector128<ushort> _quote = Vector128.Create((ushort)(dialect.Quote ?? '\n'));
    private readonly Vector128<ushort> _escape = Vector128.Create((ushort)(dialect.Escape ?? '\n'));
    private int _pause; // how many records to leave out, where one after the other needs care
    private int _nextPause;

    /// <summary>Finds a record's fields.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="start">The position of the record's first character.</param>
    /// <param name="end">The end of the buffered text.</param>
    /// <param name="fields">Takes the fields; it is cleared before.</param>
    /// <param name="next">The position of the next record.</param>
    /// <returns>False for a record that needs care.</returns>
    public bool TryScan(char[] buffer, int start, int end, CsvFields fields, out int next)
    {
        next = start;
        if (_pause > 0)
        {
            _pause--;
            return false;
        }

        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetArrayDataReference(buffer));
        var field = start;
        for (var position = start; position <= end - Together; position += Together)
        {
            var characters = Vector128.LoadUnsafe(ref first, (nuint)position);
            var found = (Vector128.Equals(characters, _delimiter) | Vector128.Equals(characters, _lineFeed)
                | Vector128.Equals(characters, _return) | Vector128.Equals(characters, _quote)
                | Vector128.Equals(characters, _escape)).ExtractMostSignificantBits();
            while (found != 0)
            {
                var place = position + BitOperations.TrailingZeroCount(found);
                found &= found - 1;
                var character = buffer[place];
                var isReturn = character == '\r' && place + 1 < end && buffer[place + 1] == '\n';
                if (character != dialect.Delimiter && character != '\n' && !isReturn) return Refuse();
                fields.Add(field, place - field, false, false);
                field = place + 1;
                if (character == dialect.Delimiter) continue;
                next = isReturn ? place + 2 : place + 1;
                _nextPause = 0;
                return true;
            }
        }

        return false; // the buffer ends first
    }

    private bool Refuse()
    {
        _pause = _nextPause = Math.Min((_nextPause * 2) + 1, MostPause);
        return false;
    }
}
