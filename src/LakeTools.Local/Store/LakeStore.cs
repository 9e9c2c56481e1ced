using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.Store;

/// <summary>
/// The lake's catalog, grants, secrets and jobs in one SQLite file with a write-ahead log. A write that returned is on
/// disk; readers see the last committed state and are not blocked; a second process may have the same lake open. It may hold several
/// accounts, each with tables of its own: <see cref="Of"/>.
/// </summary>
internal sealed class LakeStore : IDisposable
{
    private const string FileName = "lake.db";
    private const int BusyTimeoutSeconds = 30;
    private const int ReadOnlyError = 8;

    // SQLITE_PERM, SQLITE_READONLY and SQLITE_CANTOPEN
    private static readonly int[] s_notWritable = [3, ReadOnlyError, 14];

    private readonly string _file;
    private readonly LakeStore? _whole;
    private readonly AccountTables? _tables;
    private readonly IReadOnlyCollection<StorePart> _parts;
    private readonly IReadOnlySet<string> _names;
    private readonly string _connectionString;
    private readonly ConcurrentBag<StoreConnection> _idle = [];
    private readonly StoreWriter _writer;
    private volatile bool _disposed;

    private LakeStore(string file, bool isReadOnly, IReadOnlyCollection<StorePart> parts)
    {
        (_file, _parts, _names) = (file, parts, AccountTables.NamesOf(parts));
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

    // The store as another account sees it.
    private LakeStore(LakeStore whole, AccountTables tables)
    {
        (_file, _parts, _names) = (whole._file, whole._parts, whole._names);
        (_whole, _tables, _writer, _connectionString) = (whole, tables, whole._writer, whole._connectionString);
        IsReadOnly = whole.IsReadOnly;
    }

    /// <summary>Whether the store can be read only, because its folder or its file cannot be written.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Whether the file still lies where it was opened.</summary>
    public bool IsThere => File.Exists(_file);

    /// <summary>The statements that were prepared so far, which the lake's own tests look into.</summary>
    public IReadOnlyCollection<string> Statements =>
        [.. (_whole ?? this)._idle.SelectMany(connection => connection.Statements.Texts).Distinct()];

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
            throw new InvalidDataException("It has no lake, and a lake cannot be created, because the folder cannot be written.", error);
        }
    }

    /// <summary>The tables of the account that the store is seen as; null for the first one.</summary>
    public AccountTables? Tables => _tables;

    /// <summary>The accounts of the store besides the first one: each has its own versions of the parts.</summary>
    public static IReadOnlyList<string> OtherAccounts(StoreSession session) => session.Query(
        "SELECT DISTINCT substr(name, 1, 12) FROM store_part WHERE name LIKE '____________/%' ORDER BY 1", row => row.GetString(0));

    /// <summary>The same store as another account sees it, which is to be disposed with the whole.</summary>
    /// <param name="accountId">An account that <see cref="OtherAccounts"/> has.</param>
    public LakeStore Of(string accountId) => new(_whole ?? this, new AccountTables(_names, accountId));

    /// <summary>Adds an account, where it is not there yet, and brings its tables up to date.</summary>
    /// <param name="accountId">Twelve digits; not those of the first account.</param>
    /// <returns>The store as that account sees it.</returns>
    /// <exception cref="ReadOnlyLakeException">The store can be read only.</exception>
    public LakeStore Add(string accountId)
    {
        var store = Of(accountId);
        (_whole ?? this).Write(session => MigrateAccount(session, store._tables!, _parts));
        return store;
    }

    private static LakeStore OpenToWrite(string folder, IReadOnlyCollection<StorePart> parts)
    {
        var store = new LakeStore(MakeFile(Path.Combine(folder, FileName)), isReadOnly: false, parts);
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
                foreach (var part in parts) Migrate(session, part, part.Name);
                foreach (var account in OtherAccounts(session))
                    MigrateAccount(session, new AccountTables(store._names, account), parts);
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
        var store = new LakeStore(Path.Combine(folder, FileName), isReadOnly: true, parts);
        try
        {
            store.Read(session =>
            {
                CheckKnown(session, parts);
                var owners = OtherAccounts(session).Select(id => id + "/").Prepend("").ToList();
                var isOutdated = owners.Exists(owner => parts.Any(part =>
                    !(part.IsShared && owner.Length > 0) && VersionOf(session, owner + part.Name) < part.Migrations.Length));
                return !isOutdated
                    ? true
                    : throw new InvalidDataException("An earlier version of LakeTools created it, and its folder cannot be written. "
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
    /// The source with which SQLite opens a file whose folder is read-only. An existing log is part of the store, and may be in use.
    /// Without a log, SQLite would create one, unless the source declares that no process writes.
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
            return body(connection.Begin(writes: false).Of(_tables));
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
        var write = new PendingWrite<T>(_tables is null ? body : session => body(session.Of(_tables)));
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
        if (_whole is not null) return;
        _disposed = true;
        while (_idle.TryTake(out var connection)) connection.Close();
    }

    // SQLite takes an empty file for a new store, and gives the files next to it the same mode.
    private static string MakeFile(string file)
    {
        try
        {
            if (!File.Exists(file)) OwnFiles.Make(file).Dispose();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process made it in this moment; or it cannot be made, and the error of SQLite has the reason.
        }

        return file;
    }

    /// <summary>Refuses a lake that knows more than this program: what it would write might not fit what it does not know.</summary>
    private static void CheckKnown(StoreSession session, IReadOnlyCollection<StorePart> parts)
    {
        var known = parts.ToDictionary(part => part.Name, part => (long)part.Migrations.Length, StringComparer.Ordinal);
        session.Query("SELECT name, version FROM store_part", row =>
        {
            var (name, version) = (row.GetString(0), row.GetInt64(1));
            return version <= known.GetValueOrDefault(name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..])
                ? name
                : throw new InvalidDataException(
                    $"A later version of LakeTools has changed it ({name} {version}). Update the module.");
        });
    }

    private static void MigrateAccount(StoreSession session, AccountTables tables, IEnumerable<StorePart> parts)
    {
        foreach (var part in parts.Where(part => !part.IsShared)) Migrate(session.Of(tables), part, tables.PartOf(part.Name));
    }

    private static void Migrate(StoreSession session, StorePart part, string name)
    {
        var version = VersionOf(session, name);
        for (var next = (int)version; next < part.Migrations.Length; next++)
        {
            session.Execute(part.Migrations[next]);
            session.Execute("INSERT INTO store_part (name, version) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET version = ?2",
                name, next + 1);
        }
    }

    private static long VersionOf(StoreSession session, string name) =>
        session.Scalar<long?>("SELECT version FROM store_part WHERE name = ?1", name) ?? 0;

    private StoreConnection Rent()
    {
        if (_whole is not null) return _whole.Rent();
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
