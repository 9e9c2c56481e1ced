using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LakeTools.Local.Store;

/// <summary>A connection with its prepared statements; disposing gives it back to the store.</summary>
/// <param name="connection">An open connection.</param>
/// <param name="giveBack">Takes it once it is free again.</param>
internal sealed class StoreConnection(SqliteConnection connection, Action<StoreConnection> giveBack) : IDisposable
{
    // Prepared too, and so without SqliteTransaction, which prepares each of its statements again.
    private readonly StatementCache _control = new();

    /// <summary>The statements of sessions.</summary>
    public StatementCache Statements { get; } = new();

    /// <summary>Whether nothing can be written, as where the file is not the user's: SQLite opens it all the same.</summary>
    public bool IsReadOnly => raw.sqlite3_db_readonly(connection.Handle, "main") == 1;

    /// <summary>Whether a transaction is active; after some failures SQLite has ended it.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <summary>Begins a transaction, which sees one state of the store.</summary>
    public StoreSession Begin(bool writes)
    {
        Run(writes ? "BEGIN IMMEDIATE" : "BEGIN");
        return new StoreSession(connection, Statements, writes);
    }

    /// <summary>Ends a transaction and keeps what it wrote.</summary>
    public void Commit() => Run("COMMIT");

    /// <summary>Ends an active transaction, and keeps nothing.</summary>
    public void Rollback()
    {
        if (IsInTransaction) Run("ROLLBACK");
    }

    /// <summary>Runs a statement that has neither parameters nor a result.</summary>
    public void Run(string sql) => _control.Get(connection, sql).ExecuteNonQuery();

    public void Dispose() => giveBack(this);

    public void Close()
    {
        _control.Dispose();
        Statements.Dispose();
        connection.Dispose();
    }
}
