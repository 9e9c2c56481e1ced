using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Native;
using LakeTools.Rules.Queries;

namespace LakeTools.Query;

/// <summary>A cast of ours in the place of DuckDB's own, explicit or not.</summary>
/// <param name="from">The type of values.</param>
/// <param name="to">The type that they get.</param>
/// <param name="value">Casts the value at a place, which is not null; throws what has no such value.</param>
internal sealed unsafe partial class NativeCast(DuckDBType from, DuckDBType to, Func<VectorReader, long, object> value)
{
    private const string Library = "duckdb";
    private const int TryMode = 1;

    private readonly DuckType _from = DuckType.Of(from);
    private readonly DuckType _to = DuckType.Of(to);

    /// <summary>Adds the cast to a database. It has to live as long as the database.</summary>
    /// <param name="connection">The connection to the database.</param>
    /// <param name="handle">A handle to this object.</param>
    public void Add(DuckDBNativeConnection connection, GCHandle handle)
    {
        using var source = NativeMethods.LogicalType.DuckDBCreateLogicalType(from);
        using var target = NativeMethods.LogicalType.DuckDBCreateLogicalType(to);
        var cast = Create();
        SetSource(cast, source);
        SetTarget(cast, target);
        SetExtraInfo(cast, GCHandle.ToIntPtr(handle), &Keep);
        SetFunction(cast, &Run);
        var state = Register(connection, cast);
        Destroy(ref cast);
        if (state != DuckDBState.Success) throw new InvalidOperationException($"DuckDB rejects the cast of {from} to {to}.");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Keep(nint handle)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte Run(nint info, ulong count, nint input, nint output)
    {
        try
        {
            return ((NativeCast)GCHandle.FromIntPtr(GetExtraInfo(info)).Target!).Run(info, (long)count, input, output) ? (byte)1 : (byte)0;
        }
        catch (Exception error)
        {
            // No exception may leave through DuckDB's own frames.
            SetError(info, $"GENERIC_INTERNAL_ERROR: {error.Message}");
            return 0;
        }
    }

    // DuckDB.NET has no methods for casts.
    [LibraryImport(Library, EntryPoint = "duckdb_create_cast_function")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial nint Create();

    [LibraryImport(Library, EntryPoint = "duckdb_cast_function_set_source_type")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void SetSource(nint cast, DuckDBLogicalType type);

    [LibraryImport(Library, EntryPoint = "duckdb_cast_function_set_target_type")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void SetTarget(nint cast, DuckDBLogicalType type);

    [LibraryImport(Library, EntryPoint = "duckdb_cast_function_set_extra_info")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void SetExtraInfo(nint cast, nint info, delegate* unmanaged[Cdecl]<nint, void> free);

    [LibraryImport(Library, EntryPoint = "duckdb_cast_function_get_extra_info")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial nint GetExtraInfo(nint info);

    [LibraryImport(Library, EntryPoint = "duckdb_cast_function_set_function")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void SetFunction(nint cast, delegate* unmanaged[Cdecl]<nint, ulong, nint, nint, byte> function);

    [LibraryImport(Library, EntryPoint = "duckdb_register_cast_function")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial DuckDBState Register(DuckDBNativeConnection connection, nint cast);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_cast_function")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void Destroy(ref nint cast);

    [LibraryImport(Library, EntryPoint = "duckdb_cast_function_get_cast_mode")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int GetMode(nint info);

    [LibraryImport(Library, EntryPoint = "duckdb_cast_function_set_error", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void SetError(nint info, string error);

    [LibraryImport(Library, EntryPoint = "duckdb_cast_function_set_row_error", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void SetRowError(nint info, string error, ulong row, nint output);

    // True where each value has the type.
    private bool Run(nint info, long count, nint input, nint output)
    {
        var (reader, writer) = (new VectorReader(_from).At(input), new VectorWriter(_to));
        writer.At(output);
        var isWhole = true;
        for (var row = 0L; row < count; row++)
        {
            try
            {
                writer.Write(row, reader.IsNull(row) ? null : value(reader, row));
            }
            catch (QueryException error) when (GetMode(info) == TryMode)
            {
                SetRowError(info, error.Message, (ulong)row, output);
                isWhole = false;
            }
            catch (QueryException error)
            {
                SetError(info, error.Message);
                return false;
            }
        }

        return isWhole;
    }
}
