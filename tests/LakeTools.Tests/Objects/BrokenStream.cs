namespace LakeTools.Tests.Objects;

/// <summary>A body that ends with its connection, or of which nothing comes any more.</summary>
internal sealed class BrokenStream(byte[] content, bool stalls = false) : MemoryStream(content)
{
    public override int Read(byte[] buffer, int offset, int count) => Checked(base.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Checked(base.Read(buffer));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (stalls && Position == Length) await Task.Delay(Timeout.Infinite, cancellationToken);
        return Read(buffer.Span);
    }

    private static int Checked(int read) => read > 0 ? read : throw new IOException("The connection was closed.");
}
