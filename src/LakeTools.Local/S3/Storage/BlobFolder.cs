using LakeTools.Local.Store;

namespace LakeTools.Local.S3.Storage;

/// <summary>
/// The files that hold the bytes of objects and parts. A file is named by an id of its own and never by a key; what says which
/// object it belongs to is the store.
/// <para>
/// A new file is in a folder of its process until the store has its record, and is moved only then. So wherever a process
/// is killed, what nothing refers to is in its folder; the next that opens the lake keeps or deletes it, and need not look at
/// any other file. A process holds a lock next to its folder, which shows others that it is alive.
/// </para>
/// </summary>
internal sealed class BlobFolder : IDisposable
{
    private const int FileTooBig = 27; // EFBIG
    private const string LockSuffix = ".lock";

    private readonly object _gate = new();
    private readonly string _folder;
    private readonly string _incoming;
    private readonly string _own;
    private FileStream? _lock;

    public BlobFolder(string lakeFolder)
    {
        _folder = Path.Combine(lakeFolder, "objects");
        _incoming = Path.Combine(_folder, "incoming");
        _own = Path.Combine(_incoming, Guid.NewGuid().ToString("N"));
    }

    /// <summary>Writes a new file, which is on disk when this returns.</summary>
    /// <param name="write">Fills it; where it throws, nothing is left.</param>
    /// <returns>The file's id and what <paramref name="write"/> returned.</returns>
    public async Task<(string Id, T Result)> WriteAsync<T>(Func<Stream, Task<T>> write)
    {
        MakeOwnFolder();
        OwnFiles.MakeFolder(_own); // somebody may have tidied up empty folders
        var id = Guid.NewGuid().ToString("N");
        var file = Path.Combine(_own, id);
        try
        {
            await using var stream = OwnFiles.Make(file, bufferSize: 0, options: FileOptions.Asynchronous);
            var result = await write(stream).ConfigureAwait(false);
            stream.Flush(flushToDisk: true);
            return (id, result);
        }
        catch (ArgumentOutOfRangeException error)
        {
            // .NET's exception for EFBIG: the file grew beyond the limit of the process or the file system.
            TryDelete(file);
            throw new IOException(error.Message, FileTooBig);
        }
        catch
        {
            TryDelete(file);
            throw;
        }
    }

    /// <summary>Moves a new file to its place, now that the store has its record.</summary>
    public void Keep(string id) => Keep(Path.Combine(_own, id), id);

    /// <summary>Opens a file to read. It may be deleted in the meantime: who has it open reads on.</summary>
    /// <exception cref="FileNotFoundException">It was deleted.</exception>
    public FileStream OpenRead(string id)
    {
        var place = PathOf(id);

        // The place once more at the end: the file may be moved between the first look and the others.
        foreach (var path in Places(id).Append(place))
        {
            try
            {
                return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 0);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                // It is in another place, or nowhere.
            }
        }

        throw new FileNotFoundException("A file of the lake is gone.", place);
    }

    /// <summary>Deletes a file.</summary>
    /// <returns>False if it must be tried again later: somebody holds it.</returns>
    public bool Delete(string id)
    {
        var place = PathOf(id);
        return File.Exists(place) ? TryDelete(place) : Places(id).All(TryDelete);
    }

    /// <summary>Puts in order what processes left that ended in the midst of it.</summary>
    /// <param name="recorded">Says which of some ids the store has.</param>
    public void Sweep(Func<IReadOnlyList<string>, IReadOnlySet<string>> recorded)
    {
        foreach (var folder in IncomingFolders())
        {
            if (folder == _own || TryLock(folder) is not { } held) continue;
            using (held)
            {
                List<string> ids = [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file))];
                var kept = recorded(ids);
                foreach (var id in ids)
                {
                    var file = Path.Combine(folder, id);
                    if (kept.Contains(id)) Keep(file, id);
                    else TryDelete(file);
                }

                TryDeleteFolder(folder);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_lock is null) return;
            TryDeleteFolder(_own);
            _lock.Dispose();
            _lock = null;
        }
    }

    private void Keep(string file, string id)
    {
        var place = PathOf(id);
        OwnFiles.MakeFolder(Path.GetDirectoryName(place)!);
        try
        {
            File.Move(file, place);
        }
        catch (IOException)
        {
            // Deleted already, or read on a system that does not move open files: it is found here too, and moved by a sweep.
        }
    }

    /// <summary>The possible places of a file: its final place, or with the process that wrote it.</summary>
    private IEnumerable<string> Places(string id)
    {
        yield return PathOf(id);
        yield return Path.Combine(_own, id);
        foreach (var folder in IncomingFolders()) yield return Path.Combine(folder, id);
    }

    private string[] IncomingFolders() => Directory.Exists(_incoming) ? Directory.GetDirectories(_incoming) : [];

    private string PathOf(string id) => Path.Combine(_folder, id[..2], id);

    private void MakeOwnFolder()
    {
        lock (_gate)
        {
            if (_lock is null)
            {
                OwnFiles.MakeFolder(_folder);
                OwnFiles.MakeFolder(_incoming);
                _lock = TryLock(_own) ?? throw new IOException("A file in the folder of the lake cannot be locked.");
            }

            // Each time: who tidies up below the lake, as Pester does in its TestDrive, may take an empty folder away.
            OwnFiles.MakeFolder(_own);
        }
    }

    private static FileStream? TryLock(string folder)
    {
        try
        {
            return OwnFiles.Make(folder + LockSuffix, FileMode.OpenOrCreate, FileAccess.ReadWrite, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void TryDeleteFolder(string folder)
    {
        try
        {
            Directory.Delete(folder); // not with what is in it: what could not be moved or deleted waits for the next sweep
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder is not empty yet.
        }
    }

    private static bool TryDelete(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // Windows keeps a file that is open
        }
    }
}
