using Microsoft.Data.Sqlite;

namespace LakeTools.Local.Store;

/// <summary>
/// One transaction on the lake's store, as one of its accounts sees it. Parameters are positional: ?1, ?2 and so on.
/// </summary>
internal sealed class StoreSession(SqliteConnection connection, StatementCache statements, bool writes, AccountTables? tables = null)
{
    /// <summary>The same transaction as another account sees it.</summary>
    /// <param name="other">The account's tables; null for the first account.</param>
    public StoreSession Of(AccountTables? other) =>
        ReferenceEquals(other, tables) ? this : new StoreSession(connection, statements, writes, other);

    /// <summary>Says that something is to be written now, for what mostly has nothing to write and is begun as reading.</summary>
    /// <exception cref="ReadOnlySessionException">This transaction only reads.</exception>
    public void RequireWriting()
    {
        if (!writes) throw new ReadOnlySessionException();
    }

    /// <summary>Runs a statement.</summary>
    /// <returns>The number of rows that it changed.</returns>
    public int Execute(string sql, params object?[] arguments) => Prepare(sql, arguments).ExecuteNonQuery();

    /// <summary>Reads the first column of the first row; default where there is none or it is NULL.</summary>
    public T? Scalar<T>(string sql, params object?[] arguments)
    {
        using var reader = Prepare(sql, arguments).ExecuteReader();
        return reader.Read() && !reader.IsDBNull(0) ? reader.GetFieldValue<T>(0) : default;
    }

    /// <summary>Reads all rows. The rows are read before this returns, so statements may be used again in the meantime.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params object?[] arguments)
    {
        var rows = new List<T>();
        using var reader = Prepare(sql, arguments).ExecuteReader();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Reads the first row; default where there is none.</summary>
    public T? First<T>(string sql, Func<SqliteDataReader, T> read, params object?[] arguments)
    {
        using var reader = Prepare(sql, arguments).ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    private SqliteCommand Prepare(string sql, object?[] arguments)
    {
        var command = statements.Get(connection, tables is null ? sql : tables.In(sql));
        var parameters = command.Parameters; // those of the last time: a text has always as many
        if (parameters.Count != arguments.Length) parameters.Clear();
        var isNew = parameters.Count == 0;
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = arguments[i] ?? DBNull.Value;
            if (isNew) parameters.AddWithValue("?" + (i + 1), value);
            else parameters[i].Value = value;
        }

        return command;
    }
}
