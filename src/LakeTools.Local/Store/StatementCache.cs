using Microsoft.Data.Sqlite;

namespace LakeTools.Local.Store;

/// <summary>The prepared statements of one connection. Every text comes from our own code, so the number of them is bounded.</summary>
internal sealed class StatementCache : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>The texts of all.</summary>
    public IEnumerable<string> Texts => _commands.Keys;

    public SqliteCommand Get(SqliteConnection connection, string sql)
    {
        if (_commands.TryGetValue(sql, out var command)) return command;
        command = connection.CreateCommand();
        command.CommandText = sql;
        _commands.Add(sql, command);
        return command;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        _commands.Clear();
    }
}
