using System.Text;

namespace LakeTools.Local.Server;

/// <summary>Reads lines and bytes from a connection. A client that stalls, or sends drop by drop, ends the connection.</summary>
internal sealed class HttpInput(Stream stream, HttpBounds bounds, CancellationToken stopping)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _from;
    private int _to;
    private TimeSpan _patience;

    /// <summary>Waits for a request to begin.</summary>
    /// <returns>False if the client closed the connection.</returns>
    public async ValueTask<bool> WaitForRequestAsync()
    {
        if (_from == _to)
        {
            _patience = bounds.Idle;
            if (!await FillAsync().ConfigureAwait(false)) return false;
        }

        _patience = bounds.Stall;
        return true;
    }

    /// <summary>Reads a line without its end, which is CR and LF: what takes less for an end may see another request than we do.</summary>
    /// <exception cref="BadRequestException">The line is too long, or does not end so.</exception>
    /// <exception cref="EndOfStreamException">The client closed the connection before its end.</exception>
    public async ValueTask<string> ReadLineAsync()
    {
        MemoryStream? begun = null;
        while (true)
        {
            if (_from == _to && !await FillAsync().ConfigureAwait(false)) throw new EndOfStreamException();
            var end = Array.IndexOf(_buffer, (byte)'\n', _from, _to - _from);
            var stop = end < 0 ? _to : end;
            var (from, count) = (_from, stop - _from);
            _from = end < 0 ? _to : end + 1;
            if (count + (begun?.Length ?? 0) > bounds.MaxLine) throw new BadRequestException(431, "A line of the request is too long.");
            if (end >= 0 && begun is null) return Text(_buffer.AsSpan(from, count)); // mostly a line lies whole in the buffer
            begun ??= new MemoryStream();
            begun.Write(_buffer, from, count);
            if (end >= 0) return Text(begun.GetBuffer().AsSpan(0, (int)begun.Length));
        }
    }

    /// <summary>Reads some bytes; 0 at the end.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        if (buffer.Length == 0) return 0;
        if (_from == _to && buffer.Length >= _buffer.Length) return await ReceiveAsync(buffer).ConfigureAwait(false);
        if (_from == _to && !await FillAsync().ConfigureAwait(false)) return 0;
        var count = Math.Min(buffer.Length, _to - _from);
        _buffer.AsMemory(_from, count).CopyTo(buffer);
        _from += count;
        return count;
    }

    private static string Text(ReadOnlySpan<byte> line)
    {
        if (line.Length == 0 || line[^1] != '\r') throw new BadRequestException(400, "A line does not end with CR and LF.");
        line = line[..^1];
        foreach (var b in line)
            if (b is < (byte)' ' and not (byte)'\t' or 127) throw new BadRequestException(400, "A line has a control character.");
        return Encoding.UTF8.GetString(line);
    }

    private async ValueTask<bool> FillAsync()
    {
        _from = 0;
        _to = 0;
        _to = await ReceiveAsync(_buffer).ConfigureAwait(false);
        return _to > 0;
    }

    private async ValueTask<int> ReceiveAsync(Memory<byte> buffer)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        timeout.CancelAfter(_patience);
        var began = Environment.TickCount64;
        var read = await stream.ReadAsync(buffer, timeout.Token).ConfigureAwait(false);
        var waited = TimeSpan.FromMilliseconds(Environment.TickCount64 - began);
        var bought = TimeSpan.FromSeconds((double)read / bounds.MinBytesPerSecond);
        _patience = TimeSpan.FromTicks(Math.Clamp((_patience - waited + bought).Ticks, 0, bounds.Stall.Ticks));
        return read;
    }
}
