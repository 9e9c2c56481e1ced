using System.Runtime.CompilerServices;

namespace LakeTools.Core.Data.Csv;

/// <summary>The fields of a record, or of records of the same width one after the other, as places in the buffer that they were found
/// in.</summary>
/// <param name="dialect">The dialect of the text.</param>
internal sealed class CsvFields(CsvDialect dialect)
{
    private readonly bool _isNothingText = dialect.Quote is null && dialect.NullText is not "";
    private readonly int _nullLength = dialect.NullText?.Length ?? -1;
    private CsvField[] _fields = new CsvField[16];

    /// <summary>The number of fields.</summary>
    public int Count { get; private set; }

    /// <summary>The length of the text that the fields are in, in characters.</summary>
    public int Length => Count == 0 ? 0 : _fields[Count - 1].Start + _fields[Count - 1].Length - _fields[0].Start;

    /// <summary>Forgets the last fields.</summary>
    /// <param name="count">The number of those that stay.</param>
    public void Keep(int count) => Count = count;

    /// <summary>Adds a field.</summary>
    /// <param name="start">The position of the field's first character.</param>
    /// <param name="length">The length of the field's text, without quotes.</param>
    /// <param name="form">How it is written.</param>
    public void Add(int start, int length, CsvFieldForm form)
    {
        if (Count == _fields.Length) Array.Resize(ref _fields, Count * 2);
        _fields[Count++] = new CsvField(start, length, form);
    }

    /// <summary>Room for fields behind those that there are, to which <see cref="Keep"/> adds those that were set.</summary>
    /// <param name="most">The most fields.</param>
    /// <returns>The room.</returns>
    public Span<CsvField> Room(int most)
    {
        if (_fields.Length - Count < most) Array.Resize(ref _fields, Math.Max(_fields.Length * 2, Count + most));
        return _fields.AsSpan(Count, most);
    }

    /// <summary>The text of a field, without quotes and escapes.</summary>
    /// <param name="buffer">The buffer, in which escapes are taken out.</param>
    /// <param name="index">The field's position, from 0.</param>
    /// <returns>The text.</returns>
    public ReadOnlySpan<char> Text(char[] buffer, int index)
    {
        Require(index);
        ref var field = ref _fields[index];
        if (field.Form.HasFlag(CsvFieldForm.Escaped))
        {
            var length = Unescape(buffer.AsSpan(field.Start, field.Length), field.Form.HasFlag(CsvFieldForm.Quoted));
            field = new CsvField(field.Start, length, field.Form & ~CsvFieldForm.Escaped);
        }

        return buffer.AsSpan(field.Start, field.Length);
    }

    /// <summary>The text of a field that is a cell.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="index">The field's position, from 0. Its text must not have been read before.</param>
    /// <param name="text">The text.</param>
    /// <returns>False for null: the null text, or nothing where quotes tell that from an empty text.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetCell(char[] buffer, int index, out ReadOnlySpan<char> text)
    {
        ref var field = ref _fields[index];
        text = buffer.AsSpan(field.Start, field.Length);
        if (text.Length == 0 && field.Form == CsvFieldForm.Plain) return _isNothingText;
        if (text.Length == _nullLength && !field.Form.HasFlag(CsvFieldForm.Quoted) && text.SequenceEqual(dialect.NullText)) return false;
        if (field.Form.HasFlag(CsvFieldForm.Escaped)) text = Text(buffer, index);
        return true;
    }

    /// <summary>True if a field was written in quotes.</summary>
    /// <param name="index">The field's position, from 0.</param>
    public bool IsQuoted(int index)
    {
        Require(index);
        return _fields[index].Form.HasFlag(CsvFieldForm.Quoted);
    }

    private void Require(int index) => ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));

    private int Unescape(Span<char> text, bool isQuoted)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (dialect.Quote is not null && !isQuoted && text[i] == dialect.Escape)
            {
                // OpenCSV drops an escape outside of quotes, unless an escape or a quote follows within the field.
                if (length > 0 && i + 1 < text.Length && (text[i + 1] == dialect.Escape || text[i + 1] == dialect.Quote))
                    text[length++] = text[++i];
                continue;
            }

            var isEscaped = i + 1 < text.Length && text[i] == dialect.Escape;
            if (isEscaped || (isQuoted && i + 1 < text.Length && text[i] == dialect.Quote && text[i + 1] == dialect.Quote)) i++;
            text[length++] = isEscaped && dialect.Quote is null ? LineBreakOf(text[i]) : text[i];
        }

        return length;
    }

    // Hive's LazyUtils.copyAndEscapeStringDataToText reads an escaped n and r as line breaks.
    private static char LineBreakOf(char escaped) => escaped switch { 'n' => '\n', 'r' => '\r', _ => escaped };
}
