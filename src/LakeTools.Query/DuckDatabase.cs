using System.Globalization;
using System.Text;
using DuckDB.NET.Native;
using LakeTools.Rules.Queries;

namespace LakeTools.Query;

/// <summary>A database in memory, for one query.</summary>
internal sealed class DuckDatabase : IDisposable
{
    /// <summary>The catalog that tables are in, by Athena's name for the Glue Data Catalog.</summary>
    public const string Catalog = "awsdatacatalog";

    private const int MostThreads = 4;

    private static readonly TimeSpan s_again = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(100);
    private static int s_running;

    private readonly DuckDBDatabase _database;
    private readonly object _gate = new();
    private readonly HashSet<string> _schemas = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _sql;
    private readonly long _memory;
    private readonly long _used = Used();
    private readonly Timer _watch;
    private Timer? _again;
    private bool _isOpen = true;

    /// <summary>Opens a database.</summary>
    /// <param name="sql">The query, for the places of errors.</param>
    /// <param name="memory">The maximum memory, in bytes, of a query that runs alone. Queries beside others may use less.</param>
    public DuckDatabase(string sql, long memory)
    {
        _sql = sql;
        if (NativeMethods.Startup.DuckDBOpen(":memory:", out _database) != DuckDBState.Success)
            throw new InvalidOperationException("DuckDB cannot open an in-memory database.");
        _memory = memory / Interlocked.Increment(ref s_running);
        _watch = new Timer(_ => Watch(), null, s_look, s_look);
        NativeMethods.Startup.DuckDBConnect(_database, out var connection);
        Connection = connection;
        // Nothing is written to disk, also where memory does not suffice. This goes before access is closed.
        Execute("SET temp_directory = ''");
        Execute("SET enable_external_access = false");
        Execute("SET autoinstall_known_extensions = false");
        Execute("SET autoload_known_extensions = false");
        Execute("SET allow_community_extensions = false");
        Execute("SET errors_as_json = true");
        Execute(string.Create(CultureInfo.InvariantCulture, $"SET memory_limit = '{_memory / (1024 * 1024)}MiB'"));
        Execute($"ATTACH ':memory:' AS {Catalog}");
        NativeFunctions.Add(Connection);
        NativeCasts.Add(Connection);
        // What fails within a macro has a place in the macro's text. After the blanks, no query has such a place.
        Execute(new string(' ', DuckError.LongestQuery) + Functions());
    }

    /// <summary>The connection to it.</summary>
    public DuckDBNativeConnection Connection { get; }

    /// <summary>True where the query was ended since it uses more memory than DuckDB counts.</summary>
    public bool IsOverMemory { get; private set; }

    /// <summary>A name as SQL writes it.</summary>
    /// <param name="name">Any name.</param>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Runs a statement of our own that answers no rows.</summary>
    /// <param name="sql">The statement.</param>
    public void Execute(string sql) => DuckResult.Execute(this, sql).Dispose();

    /// <summary>Makes the schema of a database of the catalog, where it is not there.</summary>
    /// <param name="name">The database.</param>
    public void AddSchema(string name)
    {
        if (_schemas.Add(name)) Execute($"CREATE SCHEMA IF NOT EXISTS {Catalog}.{Quoted(name)}");
    }

    /// <summary>
    /// Closes the database to all but one query: from now on no setting changes. The settings are those by which DuckDB does as Athena.
    /// </summary>
    /// <param name="databaseName">The database of tables that are named without one.</param>
    public void Close(string databaseName)
    {
        AddSchema(databaseName);
        Execute("SET default_null_order = 'nulls_last'");
        Execute("SET TimeZone = 'UTC'");
        Execute(string.Create(CultureInfo.InvariantCulture, $"SET threads = {Math.Min(MostThreads, Environment.ProcessorCount)}"));
        var path = $"{Catalog}.{Quoted(databaseName)},memory.main".Replace("'", "''", StringComparison.Ordinal);
        Execute($"SET search_path = '{path}'");
        Execute("SET lock_configuration = true");
    }

    /// <summary>
    /// Ends what runs, and what is run from then on: DuckDB forgets an interruption when the next statement begins, so one that comes
    /// between two statements would be lost. Callable from any thread.
    /// </summary>
    public void Interrupt()
    {
        lock (_gate)
        {
            if (!_isOpen) return;
            NativeMethods.Startup.DuckDBInterrupt(Connection);
            _again ??= new Timer(_ => Interrupt(), null, s_again, s_again);
        }
    }

    /// <summary>The reason that Athena would give for an error of DuckDB.</summary>
    /// <param name="error">The error as JSON.</param>
    /// <param name="hasPlace">False where the error is of another text than the query, so that its place is no place of the query.</param>
    public QueryException Failure(string error, bool hasPlace = true) => DuckError.Read(error, hasPlace ? _sql : null);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (!_isOpen) return;
            _isOpen = false;
            Interlocked.Decrement(ref s_running);
            _watch.Dispose();
            _again?.Dispose();
            Connection.Dispose();
            _database.Dispose();
        }
    }

    // The memory of the process outside of .NET objects.
    private static long Used() => Environment.WorkingSet - GC.GetTotalMemory(forceFullCollection: false);

    // DuckDB does not count all memory toward its limit: neither long texts and lists, nor the states of some aggregates.
    private void Watch()
    {
        if (Used() - _used < 2 * _memory) return;
        IsOverMemory = true;
        Interrupt();
    }

    private static string Functions()
    {
        using var stream = typeof(DuckDatabase).Assembly.GetManifestResourceStream("functions.sql")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
