using Microsoft.Data.Sqlite;

namespace LakeTools.Local.Store;

/// <summary>A connection with its prepared statements; disposing gives it back to the store.</summary>
/// <param name="connection">An open connection.</param>
/// <param name="giveBack">Takes it once it is free again.</param>
internal sealed class StoreConnection(SqliteConnection connection, Action<StoreConnection> giveBack) : IDisposable
{
    public StatementCache Statements { get; } = new();

    public SqliteTransaction Begin(bool deferred) => connection.BeginTransaction(deferred);

    public StoreSession Session(SqliteTransaction transaction) => new(connection, transaction, Statements);

    public void Run(string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        command.ExecuteNonQuery();
    }

    public void Dispose() => giveBack(this);

    public void Close()
    {
        Statements.Dispose();
        connection.Dispose();
    }
}
