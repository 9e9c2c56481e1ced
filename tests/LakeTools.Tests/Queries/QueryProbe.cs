using LakeTools.Core.Queries;
using LakeTools.Query;
using LakeTools.Rules.Queries;

namespace LakeTools.Tests.Queries;

/// <summary>Asks the engine about tables that a test gives, without a lake.</summary>
internal sealed class QueryProbe : IQueryTables, IQueryOutput
{
    private readonly Dictionary<string, IQueryTable> _tables = new(StringComparer.Ordinal);

    /// <summary>The columns of the result.</summary>
    public IReadOnlyList<QueryColumn> Columns { get; private set; } = [];

    /// <summary>The rows of the result.</summary>
    public List<string?[]> Rows { get; } = [];

    /// <summary>The tables that were asked for.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Adds a table.</summary>
    public QueryProbe With(string name, IQueryTable table)
    {
        _tables[name] = table;
        return this;
    }

    /// <summary>Asks.</summary>
    /// <returns>The rows, each as its texts with '|' between.</returns>
    public async Task<string[]> AskAsync(string sql, params string[] parameters)
    {
        Rows.Clear();
        Asked.Clear();
        await new DuckEngine().RunAsync(new EngineQuery(sql, "sales", parameters), this, this, TestContext.Current.CancellationToken);
        return [.. Rows.Select(row => string.Join("|", row.Select(value => value ?? "NULL")))];
    }

    /// <summary>Asks what fails.</summary>
    /// <returns>The reason.</returns>
    public async Task<string> FailAsync(string sql, params string[] parameters) =>
        (await Assert.ThrowsAsync<QueryException>(() => AskAsync(sql, parameters))).Message;

    public Task<IQueryTable?> FindAsync(string databaseName, string tableName, CancellationToken cancellationToken)
    {
        Asked.Add($"{databaseName}.{tableName}");
        return Task.FromResult(_tables.GetValueOrDefault($"{databaseName}.{tableName}"));
    }

    public void Begin(IReadOnlyList<QueryColumn> columns) => Columns = columns;

    public void Write(IReadOnlyList<string?> values) => Rows.Add([.. values]);

    public void Scanned(long bytes)
    {
    }

    public void Warn(string text)
    {
    }
}
