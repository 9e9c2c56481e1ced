using System.Runtime.ExceptionServices;

namespace LakeTools.Core.Data.Csv;

/// <summary>A text of which the first characters were read already, to be read from its beginning.</summary>
/// <param name="prefix">The characters that were read.</param>
/// <param name="rest">The text behind them; disposed of with this one.</param>
/// <param name="fault">The exception that further reading threw; null if reading may continue.</param>
internal sealed class PrefixedText(string prefix, TextReader rest, ExceptionDispatchInfo? fault) : TextReader
{
    private int _position;

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        if (_position == prefix.Length)
        {
            fault?.Throw();
            return rest.ReadAsync(buffer, cancellationToken);
        }

        var count = Math.Min(buffer.Length, prefix.Length - _position);
        prefix.AsMemory(_position, count).CopyTo(buffer);
        _position += count;
        return ValueTask.FromResult(count);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) rest.Dispose();
        base.Dispose(disposing);
    }
}
