namespace LakeTools.Core.Data.Csv;

/// <summary>The part of a text that is buffered: the rest of what was read, and at least one record of what follows.</summary>
/// <param name="reader">The text; disposed of with this.</param>
internal sealed class CsvText(TextReader reader) : IDisposable
{
    private const int FirstLength = 64 * 1024;
    private const int LongLength = 512 * 1024;

    private bool _isFilled; // by the last read

    /// <summary>The characters.</summary>
    public char[] Buffer { get; private set; } = new char[FirstLength];

    /// <summary>The position of the first one that was not read.</summary>
    public int Start { get; set; }

    /// <summary>The position behind the last one.</summary>
    public int End { get; private set; }

    /// <summary>True if nothing follows what is buffered.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>The characters that were not read.</summary>
    public int Left => End - Start;

    /// <summary>Buffers more.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (Start > 0)
        {
            Buffer.AsSpan(Start, Left).CopyTo(Buffer);
            End -= Start;
            Start = 0;
        }

        // A long file comes in long reads: the calls below each of them are many.
        var length = _isFilled && Buffer.Length < LongLength ? LongLength : End == Buffer.Length ? Buffer.Length * 2 : Buffer.Length;
        if (length > Buffer.Length)
        {
            var longer = Buffer;
            Array.Resize(ref longer, length);
            Buffer = longer;
        }

        var read = await reader.ReadAsync(Buffer.AsMemory(End), cancellationToken).ConfigureAwait(false);
        if (read == 0) IsAtEnd = true;
        End += read;
        _isFilled = End == Buffer.Length;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();
}
