using System.Collections.Concurrent;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Storage;

/// <summary>The bytes and the records of objects together. Other services of the lake read objects through it.</summary>
/// <param name="folder">The lake's folder.</param>
internal sealed class ObjectStore(string folder) : IDisposable
{
    private const int MaxAttempts = 5;
    private const int MaxCompared = 10_000;

    private readonly ConcurrentQueue<string> _deleted = new();
    private readonly ConcurrentDictionary<string, bool> _compared = new(StringComparer.Ordinal);

    public BlobFolder Blobs { get; } = new(folder);

    /// <summary>Returns whether the bytes of a content were found to be those that were stored. A content never changes.</summary>
    public bool IsCompared(string content) => _compared.ContainsKey(content);

    /// <summary>Notes that they were.</summary>
    public void NoteCompared(string content)
    {
        if (_compared.Count >= MaxCompared) _compared.Clear();
        _compared[content] = true;
    }

    /// <summary>Opens an object to read.</summary>
    /// <param name="store">The lake's store; not to be called inside a transaction.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The key.</param>
    /// <returns>The object and its bytes, or null if it is not there.</returns>
    public (StoredObject Item, SegmentStream Bytes)? OpenRead(LakeStore store, string bucket, string key)
    {
        var item = store.Read(session => Objects.Find(session, bucket, key));
        return item is null ? null : OpenRead(store, bucket, item, _ => (0, long.MaxValue));
    }

    /// <summary>Opens a range of an object that was found; if it is replaced at that moment, of the new object.</summary>
    /// <param name="store">The lake's store.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="item">The object as it was found.</param>
    /// <param name="range">Gives offset and length for an object.</param>
    /// <param name="version">The version that was asked for; null for the newest one.</param>
    /// <exception cref="ApiException"><c>ObjectDamaged</c>: the store has the object, and a file of it is gone.</exception>
    public (StoredObject Item, SegmentStream Bytes)? OpenRead(LakeStore store, string bucket, StoredObject item,
        Func<StoredObject, (long Offset, long Length)> range, string? version = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var segments = store.Read(session => Objects.Segments(session, item.Content));
                if (segments.Sum(segment => segment.Size) != item.Size) throw new FileNotFoundException("The content was replaced.");
                var (offset, length) = range(item);
                return (item, SegmentStream.Open(Blobs, segments, offset, Math.Min(length, item.Size - offset)));
            }
            catch (FileNotFoundException) when (attempt < MaxAttempts)
            {
                var now = store.Read(session => version is null
                    ? Objects.Find(session, bucket, item.Key)
                    : ObjectVersions.Find(session, bucket, item.Key, version));
                if (now is null) return null;
                item = now;
            }
            catch (FileNotFoundException)
            {
                throw S3Error.ContentDamaged();
            }
        }
    }

    /// <summary>Runs a body that may leave garbage behind, and deletes those files once it is committed.</summary>
    public async Task<T> WriteAsync<T>(LakeStore store, Func<StoreSession, T> body)
    {
        List<string> garbage = [];
        var result = await store.WriteAsync(session =>
        {
            ForgetDeleted(session);
            var last = session.Scalar<long>("SELECT max(id) FROM s3_garbage");
            var value = body(session);
            garbage = Garbage(session, last);
            return value;
        }).ConfigureAwait(false);
        foreach (var blob in garbage) Delete(blob);
        return result;
    }

    /// <summary>Runs a body that records a new file. The file is kept once that is committed, and deleted where it is refused.</summary>
    public async Task<T> WriteAsync<T>(LakeStore store, string blob, Func<StoreSession, T> body)
    {
        T result;
        try
        {
            result = await WriteAsync(store, body).ConfigureAwait(false);
        }
        catch
        {
            Blobs.Delete(blob);
            throw;
        }

        Blobs.Keep(blob);
        return result;
    }

    /// <summary>Deletes what an earlier process left.</summary>
    public void Sweep(LakeStore store)
    {
        Blobs.Sweep(ids => store.Read(session => Recorded(session, ids)));
        var garbage = store.Read(session => Garbage(session, after: 0));
        if (garbage.Count == 0) return;
        foreach (var blob in garbage) Delete(blob);
        store.Write(ForgetDeleted);
    }

    public void Dispose() => Blobs.Dispose();

    private void Delete(string blob)
    {
        if (Blobs.Delete(blob)) _deleted.Enqueue(blob);
    }

    /// <summary>Takes files from the list of garbage that are gone. Where the transaction fails, the next sweep does it again.</summary>
    private void ForgetDeleted(StoreSession session)
    {
        while (_deleted.TryDequeue(out var blob)) session.Execute("DELETE FROM s3_garbage WHERE blob = ?1", blob);
    }

    private static HashSet<string> Recorded(StoreSession session, IReadOnlyList<string> blobs) =>
    [
        .. session.Query(
            """
            SELECT blob FROM s3_segment WHERE blob IN (SELECT value FROM json_each(?1))
            UNION SELECT blob FROM s3_part WHERE blob IN (SELECT value FROM json_each(?1))
            """,
            row => row.GetString(0),
            StoredJson.Write(blobs)),
    ];

    private static List<string> Garbage(StoreSession session, long after) =>
        session.Query("SELECT blob FROM s3_garbage WHERE id > ?1", row => row.GetString(0), after);
}
