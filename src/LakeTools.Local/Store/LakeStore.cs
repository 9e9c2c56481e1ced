using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.Store;

/// <summary>
/// The lake's catalog, grants, secrets and jobs in one SQLite file with a write-ahead log. A write that returned is on
/// disk; readers see the last committed state and are not blocked; a second process may have the same lake open.
/// </summary>
internal sealed class LakeStore : IDisposable
{
    private const string FileName = "lake.db";
    private const int BusyTimeoutSeconds = 30;
    private const int ReadOnlyError = 8;

    // SQLITE_PERM, SQLITE_READONLY and SQLITE_CANTOPEN
    private static readonly int[] s_notWritable = [3, ReadOnlyError, 14];

    private readonly string _file;
    private readonly string _connectionString;
    private readonly ConcurrentBag<StoreConnection> _idle = [];
    private readonly StoreWriter _writer;
    private volatile bool _disposed;

    private LakeStore(string file, bool isReadOnly)
    {
        _file = file;
        IsReadOnly = isReadOnly;
        _writer = new StoreWriter(Rent);
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = isReadOnly ? ReadOnlySource(file) : file,
            Mode = isReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            Pooling = false, // the pool below keeps prepared statements with their connection
            DefaultTimeout = BusyTimeoutSeconds,
        }.ToString();
    }

    /// <summary>Whether the store can be read only, since its folder or its file cannot be written.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Whether the file still lies where it was opened.</summary>
    public bool IsThere => File.Exists(_file);

    /// <summary>The statements that were prepared so far, which the lake's own tests look into.</summary>
    public IReadOnlyCollection<string> Statements => [.. _idle.SelectMany(connection => connection.Statements.Texts).Distinct()];

    /// <summary>Whether a folder holds a store.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>
    /// Opens the store in a folder, made if it is not there, and brings every part's tables up to date. Where nothing can be written, a
    /// store that is there and up to date is opened for reading.
    /// </summary>
    /// <exception cref="InvalidDataException">It was made by a newer version, or by an older one and cannot be written.</exception>
    public static LakeStore Open(string folder, IReadOnlyCollection<StorePart> parts)
    {
        try
        {
            return OpenToWrite(folder, parts);
        }
        catch (SqliteException error) when (s_notWritable.Contains(error.SqliteErrorCode) && IsIn(folder))
        {
            return OpenToRead(folder, parts);
        }
        catch (SqliteException error) when (s_notWritable.Contains(error.SqliteErrorCode))
        {
            throw new InvalidDataException("There is no lake in it, and none can be made, since it cannot be written.", error);
        }
    }

    private static LakeStore OpenToWrite(string folder, IReadOnlyCollection<StorePart> parts)
    {
        var store = new LakeStore(MakeFile(Path.Combine(folder, FileName)), isReadOnly: false);
        try
        {
            using (var connection = store.Rent())
            {
                if (connection.IsReadOnly) throw new SqliteException("attempt to write a readonly database", ReadOnlyError);
                connection.Run("PRAGMA journal_mode = WAL");
            }

            store.Write(session =>
            {
                session.Execute("CREATE TABLE IF NOT EXISTS store_part (name TEXT PRIMARY KEY, version INTEGER NOT NULL)");
                CheckKnown(session, parts);
                foreach (var part in parts) Migrate(session, part);
                return 0;
            });
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private static LakeStore OpenToRead(string folder, IReadOnlyCollection<StorePart> parts)
    {
        var store = new LakeStore(Path.Combine(folder, FileName), isReadOnly: true);
        try
        {
            store.Read(session =>
            {
                CheckKnown(session, parts);
                var outdated = parts.FirstOrDefault(part => VersionOf(session, part) < part.Migrations.Length);
                return outdated is null
                    ? true
                    : throw new InvalidDataException("An older version of LakeTools made it, and its folder cannot be written. "
                        + "Open it once where it can.");
            });
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>
    /// How SQLite opens a file whose folder it cannot write. Where there is a log, it is part of the store, and somebody may be writing.
    /// Without one SQLite would make one, unless it is told that nobody writes.
    /// </summary>
    private static string ReadOnlySource(string file) =>
        File.Exists(file + "-wal") ? file : new Uri(file).AbsoluteUri + "?immutable=1";

    /// <summary>Runs a body that only reads, on one consistent state.</summary>
    /// <exception cref="ReadOnlySessionException">It has something to write: see <see cref="StoreSession.RequireWriting"/>.</exception>
    public T Read<T>(Func<StoreSession, T> body)
    {
        using var connection = Rent();
        try
        {
            return body(connection.Begin(writes: false));
        }
        finally
        {
            connection.Rollback();
        }
    }

    /// <summary>Runs a body that may write. All of it is on disk when the task ends, or nothing of it where the body throws.</summary>
    /// <exception cref="ReadOnlyLakeException">The store can be read only.</exception>
    public Task<T> WriteAsync<T>(Func<StoreSession, T> body)
    {
        if (IsReadOnly) throw new ReadOnlyLakeException();
        var write = new PendingWrite<T>(body);
        _writer.Add(write);
        return write.Task;
    }

    /// <summary>Runs a body that may write, and waits for it.</summary>
    public T Write<T>(Func<StoreSession, T> body) => WriteAsync(body).GetAwaiter().GetResult();

    /// <summary>Runs a body that may write, and waits for it.</summary>
    public void Write(Action<StoreSession> body) => Write(session =>
    {
        body(session);
        return true;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection)) connection.Close();
    }

    // SQLite takes an empty file for a new store, and gives the files beside it the same mode.
    private static string MakeFile(string file)
    {
        try
        {
            if (!File.Exists(file)) OwnFiles.Make(file).Dispose();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process made it in this moment; or nobody can, which SQLite says better.
        }

        return file;
    }

    /// <summary>Refuses a lake that knows more than this program: what it would write might not fit what it does not know.</summary>
    private static void CheckKnown(StoreSession session, IReadOnlyCollection<StorePart> parts)
    {
        var known = parts.ToDictionary(part => part.Name, part => (long)part.Migrations.Length, StringComparer.Ordinal);
        var found = session.Query("SELECT name, version FROM store_part", row => (Name: row.GetString(0), Version: row.GetInt64(1)));
        foreach (var (name, version) in found)
        {
            if (version <= known.GetValueOrDefault(name)) continue;
            throw new InvalidDataException($"A newer version of LakeTools made it what it is ({name} {version}). Update the module.");
        }
    }

    private static void Migrate(StoreSession session, StorePart part)
    {
        var version = VersionOf(session, part);
        for (var next = (int)version; next < part.Migrations.Length; next++)
        {
            session.Execute(part.Migrations[next]);
            session.Execute("INSERT INTO store_part (name, version) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET version = ?2",
                part.Name, next + 1);
        }
    }

    private static long VersionOf(StoreSession session, StorePart part) =>
        session.Scalar<long?>("SELECT version FROM store_part WHERE name = ?1", part.Name) ?? 0;

    private StoreConnection Rent()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_idle.TryTake(out var idle)) return idle;
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        var open = new StoreConnection(connection, GiveBack);
        open.Run("PRAGMA synchronous = FULL");
        open.Run("PRAGMA foreign_keys = ON");
        return open;
    }

    private void GiveBack(StoreConnection connection)
    {
        if (_disposed) connection.Close();
        else _idle.Add(connection);
    }
}
