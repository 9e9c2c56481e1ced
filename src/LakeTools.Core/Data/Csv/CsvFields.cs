namespace LakeTools.Core.Data.Csv;

/// <summary>The fields of a record, as places in the buffer that it was found in.</summary>
/// <param name="dialect">The dialect of the text.</param>
internal sealed class CsvFields(CsvDialect dialect)
{
    private Field[] _fields = new Field[16];

    /// <summary>The number of fields.</summary>
    public int Count { get; private set; }

    /// <summary>Begins with a record.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a field.</summary>
    /// <param name="start">The position of the field's first character.</param>
    /// <param name="length">The length of the field's text, without quotes.</param>
    /// <param name="isQuoted">True if it is in quotes.</param>
    /// <param name="hasEscapes">True if its text has escapes or doubled quotes.</param>
    public void Add(int start, int length, bool isQuoted, bool hasEscapes)
    {
        if (Count == _fields.Length) Array.Resize(ref _fields, Count * 2);
        _fields[Count++] = new Field(start, length, isQuoted, hasEscapes);
    }

    /// <summary>The text of a field, without quotes and escapes.</summary>
    /// <param name="buffer">The buffer, in which escapes are taken out.</param>
    /// <param name="index">The field's position, from 0.</param>
    /// <returns>The text.</returns>
    public ReadOnlySpan<char> Text(char[] buffer, int index)
    {
        Require(index);
        ref var field = ref _fields[index];
        if (field.HasEscapes)
            field = field with { Length = Unescape(buffer.AsSpan(field.Start, field.Length)), HasEscapes = false };
        return buffer.AsSpan(field.Start, field.Length);
    }

    /// <summary>The text of a field that is a cell.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="index">The field's position, from 0. Its text must not have been read before.</param>
    /// <param name="text">The text.</param>
    /// <returns>False for null: the null text, or nothing where quotes tell that from an empty text.</returns>
    public bool TryGetCell(char[] buffer, int index, out ReadOnlySpan<char> text)
    {
        text = default;
        if (IsNull(buffer, index)) return false;
        text = Text(buffer, index);
        return text.Length > 0 || dialect.Quote is null || _fields[index].IsQuoted;
    }

    /// <summary>True if a field was written in quotes.</summary>
    /// <param name="index">The field's position, from 0.</param>
    public bool IsQuoted(int index)
    {
        Require(index);
        return _fields[index].IsQuoted;
    }

    private bool IsNull(char[] buffer, int index)
    {
        Require(index);
        if (dialect.NullText is not { } nullText) return false;
        var field = _fields[index];
        return !field.IsQuoted && buffer.AsSpan(field.Start, field.Length).SequenceEqual(nullText);
    }

    private void Require(int index) => ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));

    private int Unescape(Span<char> text)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && (text[i] == dialect.Escape || (text[i] == dialect.Quote && text[i + 1] == dialect.Quote))) i++;
            text[length++] = text[i];
        }

        return length;
    }

    private readonly record struct Field(int Start, int Length, bool IsQuoted, bool HasEscapes);
}
