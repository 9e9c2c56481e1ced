using LakeTools.Local.S3.Bodies;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;

namespace LakeTools.Local.S3.Operations;

/// <summary>
/// The bytes of an object that is being put: on the disk in a file, or, where they are few, in memory until the store has them.
/// </summary>
/// <param name="Body">The facts about the bytes.</param>
/// <param name="Segment">The segment that contains the bytes.</param>
internal sealed record ReceivedContent(ReceivedBody Body, Segment Segment)
{
    /// <summary>Takes the bytes.</summary>
    /// <param name="call">The call.</param>
    /// <param name="size">The size in bytes, if it is known. The writer makes sure that no more bytes arrive.</param>
    /// <param name="write">Writes them.</param>
    public static async Task<ReceivedContent> TakeAsync(S3Call call, long? size, Func<Stream, Task<ReceivedBody>> write)
    {
        if (!IsSmall(size))
        {
            var (blob, written) = await call.ObjectStore.Blobs.WriteAsync(write).ConfigureAwait(false);
            return new ReceivedContent(written, new Segment(blob, written.Size));
        }

        using var memory = new MemoryStream((int)size!.Value);
        var body = await write(memory).ConfigureAwait(false);
        return new ReceivedContent(body, Segment.InStore(memory.ToArray()));
    }

    /// <summary>The object that they make.</summary>
    public StoredObject ToObject(S3Call call, ObjectHeaders headers) => new(
        call.Key,
        Guid.NewGuid().ToString("N"),
        Body.Size,
        Convert.ToHexString(Body.Md5).ToLowerInvariant(),
        call.Now,
        headers,
        Body.Checksum);

    // One of unknown size is not taken for small.
    private static bool IsSmall(long? size) => size <= Segment.MaxInStore;
}
