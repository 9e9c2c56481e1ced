namespace LakeTools.Local.S3.Storage;

/// <summary>
/// The files that hold the bytes of objects and parts. A file is named by an id of its own and never by a key; it is
/// written beside and renamed when it is whole, and what says which object it belongs to is the store.
/// </summary>
internal sealed class BlobFolder
{
    // An upload that another process began this long ago is taken to be lost.
    private static readonly TimeSpan s_abandonedAfter = TimeSpan.FromDays(1);

    private readonly string _folder;
    private readonly string _incoming;

    public BlobFolder(string lakeFolder)
    {
        _folder = Path.Combine(lakeFolder, "objects");
        _incoming = Path.Combine(_folder, "incoming");
    }

    /// <summary>Writes a new file.</summary>
    /// <param name="write">Fills it; where it throws, nothing is left.</param>
    /// <returns>The file's id and what <paramref name="write"/> returned.</returns>
    public async Task<(string Id, T Result)> WriteAsync<T>(Func<Stream, Task<T>> write)
    {
        Directory.CreateDirectory(_incoming);
        var id = Guid.NewGuid().ToString("N");
        var beside = Path.Combine(_incoming, id);
        try
        {
            T result;
            await using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous))
            {
                result = await write(stream).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            var path = PathOf(id);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(beside, path);
            return (id, result);
        }
        catch
        {
            TryDelete(beside);
            throw;
        }
    }

    /// <summary>Opens a file to read. It may be deleted meanwhile: who has it open reads on.</summary>
    public FileStream OpenRead(string id) =>
        new(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 0, FileOptions.Asynchronous);

    /// <summary>Deletes a file, or leaves it for the next sweep where somebody holds it.</summary>
    public void Delete(string id) => TryDelete(PathOf(id));

    /// <summary>Deletes what uploads left that were never finished.</summary>
    public void SweepIncoming(DateTimeOffset now)
    {
        if (!Directory.Exists(_incoming)) return;
        foreach (var file in Directory.EnumerateFiles(_incoming))
            if (File.GetLastWriteTimeUtc(file) < now.UtcDateTime - s_abandonedAfter) TryDelete(file);
    }

    private string PathOf(string id) => Path.Combine(_folder, id[..2], id);

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Windows keeps a file that is open; the store still lists it as garbage.
        }
    }
}
