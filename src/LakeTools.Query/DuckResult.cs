using DuckDB.NET.Native;
using LakeTools.Core.Queries;
using LakeTools.Rules.Queries;

namespace LakeTools.Query;

/// <summary>The result of a statement, chunk by chunk.</summary>
internal sealed class DuckResult : IDisposable
{
    private readonly DuckDatabase _database;
    private readonly DuckDBPreparedStatement? _statement;
    private readonly bool _hasPlaces;
    private DuckDBResult _result;

    private DuckResult(DuckDatabase database, DuckDBResult result, DuckDBPreparedStatement? statement, bool hasPlaces) =>
        (_database, _result, _statement, _hasPlaces) = (database, result, statement, hasPlaces);

    /// <summary>Runs a statement of our own.</summary>
    /// <param name="database">The database that executes the statement.</param>
    /// <param name="sql">The statement.</param>
    /// <exception cref="QueryException">It fails.</exception>
    public static DuckResult Execute(DuckDatabase database, string sql)
    {
        var state = NativeMethods.Query.DuckDBQuery(database.Connection, sql, out var result);
        return Checked(database, state, result, null, hasPlaces: true);
    }

    /// <summary>Runs a query, whose rows come as they are asked for.</summary>
    /// <param name="database">The database that executes the statement.</param>
    /// <param name="statement">The query, parsed.</param>
    /// <param name="query">The query.</param>
    /// <exception cref="QueryException">It fails.</exception>
    public static DuckResult Execute(DuckDatabase database, SqlStatement statement, EngineQuery query)
    {
        if (query.Parameters.Count != statement.ParameterCount)
            throw new QueryException(FormattableString.Invariant($"INVALID_PARAMETER_USAGE: line 1:1: Incorrect number of parameters: ")
                + FormattableString.Invariant($"expected {statement.ParameterCount} but found {query.Parameters.Count}"));
        var values = query.Parameters.Select(text => SqlLiteral.Value(database, text)).ToList();
        var prepared = default(DuckDBPreparedStatement);
        var isAsRead = statement.Sql == query.Sql;
        try
        {
            if (NativeMethods.PreparedStatements.DuckDBPrepare(database.Connection, statement.Sql, out prepared) != DuckDBState.Success)
            {
                var error = NativeMethods.PreparedStatements.DuckDBPrepareError(prepared);
                throw (isAsRead ? null : FailureOf(database, query.Sql)) ?? database.Failure(error, isAsRead);
            }

            for (var i = 0; i < values.Count; i++)
                NativeMethods.PreparedStatements.DuckDBBindValue(prepared, i + 1, values[i]);
            var state = NativeMethods.PreparedStatements.DuckDBExecutePreparedStreaming(prepared, out var result);
            return Checked(database, state, result, prepared, isAsRead);
        }
        catch
        {
            prepared?.Dispose();
            throw;
        }
        finally
        {
            values.ForEach(value => value.Dispose());
        }
    }

    /// <summary>The only text of a result.</summary>
    public string Text()
    {
        using var chunk = NativeMethods.Query.DuckDBFetchChunk(_result);
        return new VectorReader(DuckType.Read(NativeMethods.Query.DuckDBColumnLogicalType(ref _result, 0)))
            .At(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, 0)).Text(0)!;
    }

    /// <summary>The types of the columns; each to be disposed of.</summary>
    public IReadOnlyList<DuckDBLogicalType> Types() =>
        [.. Enumerable.Range(0, (int)NativeMethods.Query.DuckDBColumnCount(ref _result))
            .Select(i => NativeMethods.Query.DuckDBColumnLogicalType(ref _result, i))];

    /// <summary>The vector of the only value, and the chunk that has it, to be disposed of.</summary>
    public (DuckDBDataChunk Chunk, nint Vector) Single()
    {
        var chunk = NativeMethods.Query.DuckDBFetchChunk(_result);
        return (chunk, NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, 0));
    }

    /// <summary>Gives the columns and all rows to an output.</summary>
    /// <param name="statement">The query, which names columns.</param>
    /// <param name="output">The output.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="QueryException">A row cannot be computed.</exception>
    public void WriteTo(SqlStatement statement, IQueryOutput output, CancellationToken cancellationToken)
    {
        var types = Types().Select(DuckType.Read).ToArray();
        var names = Enumerable.Range(0, types.Length)
            .Select(i => statement.NameAt(i, types.Length) ?? NativeMethods.Query.DuckDBColumnName(ref _result, i)).ToArray();
        output.Begin([.. types.Select((type, i) => type.ToColumn(names[i]))]);
        var readers = Array.ConvertAll(types, type => new VectorReader(type));
        var values = new string?[types.Length];
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var chunk = NativeMethods.Query.DuckDBFetchChunk(_result);
            if (chunk.IsInvalid) break;
            var count = (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);
            if (count == 0) break;
            for (var i = 0; i < readers.Length; i++) readers[i].At(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, i));
            for (var row = 0; row < count; row++)
            {
                for (var i = 0; i < readers.Length; i++) values[i] = readers[i].Text(row);
                output.Write(values);
            }
        }

        // The end of the rows and an error look alike.
        if (NativeMethods.Query.DuckDBResultError(ref _result) is { Length: > 0 } error) throw _database.Failure(error, _hasPlaces);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMethods.Query.DuckDBDestroyResult(ref _result);
        _statement?.Dispose();
    }

    // The error of a statement that does not bind; null if it does.
    private static QueryException? FailureOf(DuckDatabase database, string sql)
    {
        var state = NativeMethods.PreparedStatements.DuckDBPrepare(database.Connection, sql, out var prepared);
        using (prepared)
            return state == DuckDBState.Success ? null : database.Failure(NativeMethods.PreparedStatements.DuckDBPrepareError(prepared));
    }

    private static DuckResult Checked(DuckDatabase database, DuckDBState state, DuckDBResult result, DuckDBPreparedStatement? statement,
        bool hasPlaces)
    {
        if (state == DuckDBState.Success) return new DuckResult(database, result, statement, hasPlaces);
        var error = NativeMethods.Query.DuckDBResultError(ref result);
        NativeMethods.Query.DuckDBDestroyResult(ref result);
        throw database.Failure(error, hasPlaces);
    }
}
