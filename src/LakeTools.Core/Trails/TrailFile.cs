using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Trails;

/// <summary>Reads one file of a trail.</summary>
/// <typeparam name="T">The value that is read from a record.</typeparam>
internal sealed class TrailFile<T>
    where T : class
{
    // CloudTrail's files are far smaller. One that unpacks to more would fill the memory.
    private const int MaxSize = 512 * 1024 * 1024;
    private const int FirstSize = 1024 * 1024;

    private readonly List<T> _found = [];

    private TrailFile()
    {
    }

    /// <summary>The items that were taken, in the file's order; those before the fault if there is one.</summary>
    public IReadOnlyList<T> Found => _found;

    /// <summary>Why the file could not be read to its end; null if it was.</summary>
    public LakeException? Failure { get; private set; }

    /// <summary>Reads a file.</summary>
    /// <param name="client">The client.</param>
    /// <param name="item">The file.</param>
    /// <param name="mayMatter">Whether a part of the file may hold a record that is taken. Called for the whole file first.</param>
    /// <param name="take">Takes a record; null leaves it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<TrailFile<T>> ReadAsync(IAmazonS3 client, LakeObject item, TrailMark mayMatter, Func<JsonElement, T?> take,
        CancellationToken cancellationToken)
    {
        var file = new TrailFile<T>();
        byte[]? buffer = null;
        try
        {
            var request = new GetObjectRequest { BucketName = item.Bucket, Key = item.Key };
            using var answer = await client.GetObjectAsync(request, cancellationToken).ConfigureAwait(false);
            var bytes = answer.ResponseStream;
            Stream content = item.Key.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
            var size = 0;
            await using (content.ConfigureAwait(false))
                (buffer, size) = await AllAsync(content, cancellationToken).ConfigureAwait(false);
            file.Scan(buffer.AsMemory(0, size), mayMatter, take);
        }
        catch (Exception error) when (error is InvalidDataException or JsonException)
        {
            file.Failure = Fault.TrailFileInvalid(item.Uri, error.Message, inner: error);
        }
        catch (AmazonServiceException error)
        {
            cancellationToken.ThrowIfCancellationRequested();
            file.Failure = Fault.TrailFileUnread(item.Uri, error.Message, inner: error);
        }
        finally
        {
            if (buffer is not null) ArrayPool<byte>.Shared.Return(buffer);
        }

        return file;
    }

    private static async Task<(byte[] Buffer, int Size)> AllAsync(Stream content, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
        var size = 0;
        try
        {
            while (true)
            {
                var read = await content.ReadAsync(buffer.AsMemory(size), cancellationToken).ConfigureAwait(false);
                if (read == 0) return (buffer, size);
                size += read;
                if (size < buffer.Length) continue;
                if (size >= MaxSize) throw new InvalidDataException("its decompressed size is more than 512 MiB");
                var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                buffer.AsSpan(0, size).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    private void Scan(ReadOnlyMemory<byte> content, TrailMark mayMatter, Func<JsonElement, T?> take)
    {
        if (!mayMatter(content.Span))
        {
            if (content.Span.TrimEnd(" \r\n\t"u8) is not [.., (byte)'}']) throw new InvalidDataException("it ends in the middle");
            return;
        }

        var reader = new Utf8JsonReader(content.Span);
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("Records"u8)) break;
        }

        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) throw new InvalidDataException("it has no list of Records");
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var record = content[start..(int)reader.BytesConsumed];
            if (!mayMatter(record.Span)) continue;
            using var document = JsonDocument.Parse(record);
            if (take(document.RootElement) is { } item) _found.Add(item);
        }

        while (reader.Read()) { } // the rest of the file is JSON too
    }
}
