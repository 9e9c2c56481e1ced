using LakeTools.Core.Queries;
using LakeTools.Rules.Queries;

namespace LakeTools.Query;

/// <summary>
/// Carries out SQL with DuckDB, each query in a database of its own in memory that has views of the query's tables and reaches nothing
/// else. DuckDB gets rows of the tables from us, after Lake Formation's cut: what the principal may not see never comes to it.
/// </summary>
public sealed class DuckEngine : IQueryEngine
{
    private readonly long _memory;

    /// <summary>Makes the engine. Queries share half of the machine's memory, and 4 GB at most.</summary>
    public DuckEngine()
        : this(Math.Min(4L * 1024 * 1024 * 1024, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2))
    {
    }

    /// <summary>Makes the engine.</summary>
    /// <param name="memory">The maximum memory, in bytes, of the first of the running queries; later ones may use less.</param>
    internal DuckEngine(long memory) => _memory = memory;

    /// <inheritdoc/>
    public Task RunAsync(EngineQuery query, IQueryTables tables, IQueryOutput output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(output);
        // DuckDB works on the thread that calls it until the query's end.
        return Task.Factory.StartNew(() => Run(_memory, query, tables, output, cancellationToken), CancellationToken.None,
            TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private static void Run(long memory, EngineQuery query, IQueryTables tables, IQueryOutput output,
        CancellationToken cancellationToken)
    {
        using var scanned = new ScanTotal(output);
        using var database = new DuckDatabase(query.Sql, memory);
        using var interruption = cancellationToken.Register(database.Interrupt);
        var statement = SqlStatement.Read(database, query.Sql);
        var views = new List<TableFunction>();
        try
        {
            foreach (var table in statement.TablesIn(query.DatabaseName))
            {
                var found = Find(tables, table, cancellationToken);
                if (found is not null) views.Add(TableFunction.Add(database, table, found, scanned.Add, cancellationToken));
                else if (!table.IsMaybeCte) throw statement.TableNotFound(table);
            }

            database.Close(query.DatabaseName);
            using var result = DuckResult.Execute(database, statement, query);
            result.WriteTo(statement, output, cancellationToken);
        }
        catch (QueryException) when (database.IsOverMemory)
        {
            throw new QueryException("EXCEEDED_LOCAL_MEMORY_LIMIT: The process uses more memory than its queries may.");
        }
        catch (QueryException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (QueryException) when (views.Find(view => view.Fault is not null)?.Fault is { } fault)
        {
            fault.Throw();
            throw;
        }
        finally
        {
            database.Dispose();
            views.ForEach(view => view.Dispose());
        }
    }

    // The name of a common table expression need not be that of a table, and the catalog denies tables that do not exist, too.
    private static IQueryTable? Find(IQueryTables tables, SqlTable table, CancellationToken cancellationToken)
    {
        try
        {
            return tables.FindAsync(table.DatabaseName, table.Name, cancellationToken).GetAwaiter().GetResult();
        }
        catch (QueryException denied) when (denied.IsDenied && table.IsMaybeCte)
        {
            return null;
        }
    }

    /// <summary>Adds up what scans read, and tells the output of it; scans run on DuckDB's threads.</summary>
    private sealed class ScanTotal(IQueryOutput output) : IDisposable
    {
        private long _bytes;

        public void Add(long bytes) => output.Scanned(Interlocked.Add(ref _bytes, bytes));

        public void Dispose() => output.Scanned(Interlocked.Read(ref _bytes));
    }
}
