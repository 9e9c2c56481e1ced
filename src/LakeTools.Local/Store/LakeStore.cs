using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
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
    private const int MaxWritesInCommit = 64;

    private readonly string _file;
    private readonly string _connectionString;
    private readonly ConcurrentBag<OpenConnection> _idle = [];
    private readonly object _writeGate = new();
    private readonly ConcurrentQueue<PendingWrite> _pending = new();
    private bool _disposed;

    private LakeStore(string file)
    {
        _file = file;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false, // the pool below keeps prepared statements with their connection
            DefaultTimeout = BusyTimeoutSeconds,
        }.ToString();
    }

    /// <summary>Whether the file still lies where it was opened.</summary>
    public bool IsThere => File.Exists(_file);

    /// <summary>The statements that were prepared so far, which the lake's own tests look into.</summary>
    public IReadOnlyCollection<string> Statements => [.. _idle.SelectMany(connection => connection.Statements.Texts).Distinct()];

    /// <summary>Whether a folder holds a store.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Opens the store in a folder, made if it is not there, and brings every part's tables up to date.</summary>
    public static LakeStore Open(string folder, IReadOnlyCollection<StorePart> parts)
    {
        var store = new LakeStore(Path.Combine(folder, FileName));
        try
        {
            using (var connection = store.Rent())
            {
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

    /// <summary>Runs a body that only reads, on one consistent state.</summary>
    public T Read<T>(Func<StoreSession, T> body)
    {
        using var connection = Rent();
        using var transaction = connection.Connection.BeginTransaction(deferred: true);
        return body(new StoreSession(connection.Connection, transaction, connection.Statements));
    }

    /// <summary>
    /// Runs a body that may write. All of it is on disk when this returns, or nothing of it where the body throws. Bodies that
    /// wait for one another share a commit, since it is the disk that takes the time.
    /// </summary>
    public T Write<T>(Func<StoreSession, T> body)
    {
        T result = default!;
        var write = new PendingWrite(session => result = body(session));
        _pending.Enqueue(write);
        lock (_writeGate)
        {
            while (!write.IsDone) Commit(TakePending());
        }

        write.Failure?.Throw();
        return result;
    }

    /// <summary>Runs a body that may write.</summary>
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

    private List<PendingWrite> TakePending()
    {
        var taken = new List<PendingWrite>();
        while (taken.Count < MaxWritesInCommit && _pending.TryDequeue(out var write)) taken.Add(write);
        return taken;
    }

    private void Commit(List<PendingWrite> writes)
    {
        OpenConnection? connection = null;
        try
        {
            connection = Rent();
            using var transaction = connection.Connection.BeginTransaction(deferred: false);
            var session = new StoreSession(connection.Connection, transaction, connection.Statements);
            foreach (var write in writes) write.Run(session, transaction);
            transaction.Commit();
        }
        catch (Exception failure)
        {
            // Nothing of the transaction is kept; a body that had failed by itself keeps its own reason.
            foreach (var write in writes) write.Failure ??= ExceptionDispatchInfo.Capture(failure);
            connection?.Close(); // what state it is in, nobody knows
            connection = null;
        }

        connection?.Dispose();
        foreach (var write in writes) write.IsDone = true;
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
        var version = session.Scalar<long?>("SELECT version FROM store_part WHERE name = ?1", part.Name) ?? 0;
        for (var next = (int)version; next < part.Migrations.Length; next++)
        {
            session.Execute(part.Migrations[next]);
            session.Execute("INSERT INTO store_part (name, version) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET version = ?2", part.Name, next + 1);
        }
    }

    private OpenConnection Rent()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_idle.TryTake(out var idle)) return idle;
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        var open = new OpenConnection(this, connection);
        open.Run("PRAGMA synchronous = FULL");
        open.Run("PRAGMA foreign_keys = ON");
        return open;
    }

    /// <summary>A body that waits for its transaction.</summary>
    private sealed class PendingWrite(Action<StoreSession> body)
    {
        private const string Savepoint = "body";

        public ExceptionDispatchInfo? Failure { get; set; }

        public bool IsDone { get; set; }

        /// <summary>Runs the body; where it throws, what it wrote is taken back and the transaction goes on.</summary>
        public void Run(StoreSession session, SqliteTransaction transaction)
        {
            transaction.Save(Savepoint);
            try
            {
                body(session);
            }
            catch (Exception failure)
            {
                if (transaction.Connection is null) throw; // SQLite ended the whole transaction, as where the disk is full
                Failure = ExceptionDispatchInfo.Capture(failure);
                transaction.Rollback(Savepoint);
            }

            transaction.Release(Savepoint);
        }
    }

    /// <summary>A connection with its prepared statements; disposing gives it back to the store.</summary>
    private sealed class OpenConnection(LakeStore store, SqliteConnection connection) : IDisposable
    {
        public SqliteConnection Connection => connection;

        public StatementCache Statements { get; } = new();

        public void Run(string pragma)
        {
            using var command = connection.CreateCommand();
            command.CommandText = pragma;
            command.ExecuteNonQuery();
        }

        public void Dispose()
        {
            if (store._disposed) Close();
            else store._idle.Add(this);
        }

        public void Close()
        {
            Statements.Dispose();
            connection.Dispose();
        }
    }
}
