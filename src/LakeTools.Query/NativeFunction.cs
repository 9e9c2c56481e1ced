using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Native;
using LakeTools.Rules.Queries;

namespace LakeTools.Query;

/// <summary>A function of ours that statements, or the macros of functions.sql, call. An argument that is null makes it null.</summary>
/// <param name="name">Its name.</param>
/// <param name="parameters">The types of its arguments.</param>
/// <param name="result">The type of its value.</param>
/// <param name="value">Computes a value from the arguments at a place; throws what fails.</param>
internal sealed unsafe class NativeFunction(string name, DuckDBType[] parameters, DuckDBType result, NativeFunction.Row value)
{
    /// <summary>Computes a value.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="row">The place of the row.</param>
    public delegate object? Row(VectorReader[] arguments, long row);

    private readonly DuckType _result = DuckType.Of(result);

    /// <summary>Adds the function to a database. It has to live as long as the database.</summary>
    /// <param name="connection">The connection to the database.</param>
    /// <param name="handle">A handle to this object.</param>
    public void Add(DuckDBNativeConnection connection, GCHandle handle)
    {
        var function = NativeMethods.ScalarFunction.DuckDBCreateScalarFunction();
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetName(function, name);
        foreach (var parameter in parameters)
        {
            using var type = NativeMethods.LogicalType.DuckDBCreateLogicalType(parameter);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionAddParameter(function, type);
        }

        using var returned = NativeMethods.LogicalType.DuckDBCreateLogicalType(result);
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetReturnType(function, returned);
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetExtraInfo(function, GCHandle.ToIntPtr(handle), &Keep);
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetFunction(function, &Run);
        var state = NativeMethods.ScalarFunction.DuckDBRegisterScalarFunction(connection, function);
        NativeMethods.ScalarFunction.DuckDBDestroyScalarFunction(ref function);
        if (state != DuckDBState.Success) throw new InvalidOperationException($"DuckDB rejects the function {name}.");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Keep(nint handle)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Run(nint info, nint input, nint output)
    {
        try
        {
            var function = (NativeFunction)GCHandle.FromIntPtr(NativeMethods.ScalarFunction.DuckDBScalarFunctionGetExtraInfo(info)).Target!;
            function.Run(new Chunk(input), output);
        }
        catch (Exception error)
        {
            // No exception may leave through DuckDB's own frames.
            var reason = error is QueryException ? error.Message : $"GENERIC_INTERNAL_ERROR: {error.Message}";
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetError(info, reason);
        }
    }

    private void Run(Chunk input, nint output)
    {
        var arguments = new VectorReader[parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var vector = input.Vector(i);
            arguments[i] = new VectorReader(DuckType.Read(NativeMethods.Vectors.DuckDBVectorGetColumnType(vector))).At(vector);
        }

        var writer = new VectorWriter(_result);
        writer.At(output);
        var count = input.Count();
        for (var row = 0; row < count; row++)
            writer.Write(row, Array.Exists(arguments, argument => argument.IsNull(row)) ? null : value(arguments, row));
    }
}
