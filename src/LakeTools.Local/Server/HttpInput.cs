using System.Text;

namespace LakeTools.Local.Server;

/// <summary>Reads lines and bytes from a connection. A client that stalls ends the connection.</summary>
internal sealed class HttpInput(Stream stream, CancellationToken stopping)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _from;
    private int _to;

    /// <summary>Reads a line without its end; null where the client closed the connection before it.</summary>
    /// <exception cref="BadRequestException">The line is too long.</exception>
    public async ValueTask<string?> ReadLineAsync(TimeSpan patience)
    {
        var line = new MemoryStream();
        while (true)
        {
            if (_from == _to && !await FillAsync(patience).ConfigureAwait(false)) return line.Length == 0 ? null : throw new EndOfStreamException();
            var end = Array.IndexOf(_buffer, (byte)'\n', _from, _to - _from);
            var stop = end < 0 ? _to : end;
            line.Write(_buffer, _from, stop - _from);
            _from = end < 0 ? _to : end + 1;
            if (line.Length > HttpBounds.MaxLine) throw new BadRequestException(431, "A line of the request is too long.");
            if (end < 0) continue;
            var text = Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
            return text.EndsWith('\r') ? text[..^1] : text;
        }
    }

    /// <summary>Reads some bytes; 0 at the end.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        if (buffer.Length == 0) return 0;
        if (_from == _to && buffer.Length >= _buffer.Length) return await ReceiveAsync(buffer, HttpBounds.Stall).ConfigureAwait(false);
        if (_from == _to && !await FillAsync(HttpBounds.Stall).ConfigureAwait(false)) return 0;
        var count = Math.Min(buffer.Length, _to - _from);
        _buffer.AsMemory(_from, count).CopyTo(buffer);
        _from += count;
        return count;
    }

    private async ValueTask<bool> FillAsync(TimeSpan patience)
    {
        _from = 0;
        _to = 0;
        _to = await ReceiveAsync(_buffer, patience).ConfigureAwait(false);
        return _to > 0;
    }

    private async ValueTask<int> ReceiveAsync(Memory<byte> buffer, TimeSpan patience)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        timeout.CancelAfter(patience);
        return await stream.ReadAsync(buffer, timeout.Token).ConfigureAwait(false);
    }
}
