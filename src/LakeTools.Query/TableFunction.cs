using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Native;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Queries;

namespace LakeTools.Query;

/// <summary>
/// A table as a function of DuckDB, with a view over it by the table's name. DuckDB says which columns it needs, and gets rows as it asks
/// for them.
/// </summary>
internal sealed unsafe class TableFunction : IDisposable
{
    private readonly IQueryTable _table;
    private readonly string? _filter;
    private readonly Action<long> _scanned;
    private readonly CancellationToken _cancellationToken;
    private readonly IReadOnlyList<DuckDBLogicalType> _types;
    private readonly DuckType[] _columns;
    private GCHandle _handle;

    private TableFunction(DuckDatabase database, IQueryTable table, string? filter, Action<long> scanned,
        CancellationToken cancellationToken)
    {
        (_table, _filter, _scanned, _cancellationToken) = (table, filter, scanned, cancellationToken);
        // There is no other way to make types with fields.
        var casts = table.Columns.Select(column => $"CAST(NULL AS {DuckType.OfCells(CellType.FromHive(column.Type))})");
        using (var types = DuckResult.Execute(database, $"SELECT {string.Join(", ", casts)}"))
        {
            _types = types.Types();
            _columns = [.. types.Types().Select(DuckType.Read)];
        }

        _handle = GCHandle.Alloc(this);
    }

    /// <summary>The exception that ended a scan; null if no scan failed.</summary>
    public ExceptionDispatchInfo? Fault { get; private set; }

    /// <summary>Adds a table to a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="named">The table as the query names it.</param>
    /// <param name="table">The table.</param>
    /// <param name="scanned">Told how many bytes are read.</param>
    /// <param name="cancellationToken">Ends its scans.</param>
    /// <returns>The function; it outlives the database.</returns>
    public static TableFunction Add(DuckDatabase database, SqlTable named, IQueryTable table, Action<long> scanned,
        CancellationToken cancellationToken)
    {
        var filter = PartitionConditions.For(named, table);
        var function = new TableFunction(database, table, filter, scanned, cancellationToken);
        var name = $"__{DuckDatabase.Quoted(named.DatabaseName)}.{DuckDatabase.Quoted(named.Name)}";
        function.Register(database, name);
        database.AddSchema(named.DatabaseName);
        database.Execute($"CREATE VIEW {DuckDatabase.Catalog}.{DuckDatabase.Quoted(named.DatabaseName)}.{DuckDatabase.Quoted(named.Name)} "
            + $"AS SELECT * FROM {DuckDatabase.Quoted(name)}()");
        return function;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var type in _types) type.Dispose();
        if (_handle.IsAllocated) _handle.Free();
    }

    private void Register(DuckDatabase database, string name)
    {
        var function = NativeMethods.TableFunction.DuckDBCreateTableFunction();
        NativeMethods.TableFunction.DuckDBTableFunctionSetName(function, name);
        NativeMethods.TableFunction.DuckDBTableFunctionSetExtraInfo(function, GCHandle.ToIntPtr(_handle), &Keep);
        NativeMethods.TableFunction.DuckDBTableFunctionSetBind(function, &Bind);
        NativeMethods.TableFunction.DuckDBTableFunctionSetInit(function, &Begin);
        NativeMethods.TableFunction.DuckDBTableFunctionSetFunction(function, &Fill);
        NativeMethods.TableFunction.DuckDBTableFunctionSupportsProjectionPushdown(function, true);
        var state = NativeMethods.TableFunction.DuckDBRegisterTableFunction(database.Connection, function);
        NativeMethods.TableFunction.DuckDBDestroyTableFunction(ref function);
        if (state != DuckDBState.Success) throw new InvalidOperationException($"DuckDB rejects the function for the table {name}.");
    }

    private static TableFunction Of(nint handle) => (TableFunction)GCHandle.FromIntPtr(handle).Target!;

    // The handle is freed with this object, which outlives the database.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Keep(nint handle)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(nint info)
    {
        var function = Of(NativeMethods.TableFunction.DuckDBBindGetExtraInfo(info));
        for (var i = 0; i < function._types.Count; i++)
            NativeMethods.TableFunction.DuckDBBindAddResultColumn(info, function._table.Columns[i].Name, function._types[i]);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Begin(nint info)
    {
        var function = Of(NativeMethods.TableFunction.DuckDBInitGetExtraInfo(info));
        try
        {
            var count = (int)NativeMethods.TableFunction.DuckDBInitGetColumnCount(info);
            var places = Enumerable.Range(0, count)
                .Select(i => NativeMethods.TableFunction.DuckDBInitGetColumnIndex(info, (ulong)i))
                .Select(place => place < (ulong)function._columns.Length ? (int)place : -1)
                .ToArray();
            var scan = new TableScan(function._table, places, function._columns, function._filter, function._scanned,
                function._cancellationToken);
            NativeMethods.TableFunction.DuckDBInitSetInitData(info, GCHandle.ToIntPtr(GCHandle.Alloc(scan)), &End);
        }
        catch (Exception error)
        {
            function.Fault ??= ExceptionDispatchInfo.Capture(error);
            NativeMethods.TableFunction.DuckDBInitSetError(info, "The table cannot be read.");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Fill(nint info, nint chunk)
    {
        try
        {
            var scan = (TableScan)GCHandle.FromIntPtr(NativeMethods.TableFunction.DuckDBFunctionGetInitData(info)).Target!;
            scan.Fill(chunk);
        }
        catch (Exception error)
        {
            // No exception may leave through DuckDB's own frames; the query ends with this one.
            Of(NativeMethods.TableFunction.DuckDBFunctionGetExtraInfo(info)).Fault ??= ExceptionDispatchInfo.Capture(error);
            NativeMethods.TableFunction.DuckDBFunctionSetError(info, "The table cannot be read.");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void End(nint handle)
    {
        var scan = GCHandle.FromIntPtr(handle);
        ((TableScan)scan.Target!).Dispose();
        scan.Free();
    }
}
