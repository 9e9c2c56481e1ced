using System.Numerics;
using System.Runtime.InteropServices;
using DuckDB.NET.Native;
using LakeTools.Rules.Queries;

namespace LakeTools.Query;

/// <summary>The functions that SQL cannot express. Those that begin with __ are for functions.sql; statements cannot call them.</summary>
internal static class NativeFunctions
{
    private static readonly BigInteger s_tooLarge = BigInteger.Pow(10, 38);

    private static readonly NativeFunction[] s_functions =
    [
        // Fails where a condition is false. DuckDB's own error() cannot be in TRY.
        new("__require", [DuckDBType.Boolean, DuckDBType.Varchar], DuckDBType.Boolean,
            (arguments, row) => arguments[0].At<bool>(row) ? true : throw new QueryException(arguments[1].Text(row)!)),
        // The digits of a decimal. A function of ours cannot have a type that depends on those of its arguments.
        new("__divide", [DuckDBType.Any, DuckDBType.Any], DuckDBType.HugeInt,
            (arguments, row) => Quotient(arguments[0], arguments[1], row)),
        new("date_parse", [DuckDBType.Varchar, DuckDBType.Varchar], DuckDBType.Timestamp,
            (arguments, row) => MySqlDate.Parse(arguments[0].Text(row)!, arguments[1].Text(row)!)),
    ];

    // The functions live as long as the process.
    private static readonly GCHandle[] s_handles = Array.ConvertAll(s_functions, function => GCHandle.Alloc(function));

    /// <summary>Adds the functions to a database.</summary>
    /// <param name="connection">The connection to it.</param>
    public static void Add(DuckDBNativeConnection connection)
    {
        for (var i = 0; i < s_functions.Length; i++) s_functions[i].Add(connection, s_handles[i]);
    }

    // As Trino divides decimals: the scale is the larger one of both, and a half is rounded away from zero.
    private static Int128 Quotient(VectorReader dividend, VectorReader divisor, long row)
    {
        var (x, y) = (dividend.Digits(row), divisor.Digits(row));
        if (y.IsZero) throw new QueryException("DIVISION_BY_ZERO: Division by zero");
        var scale = Math.Max(dividend.Type.Scale, divisor.Type.Scale);
        var numerator = BigInteger.Abs(x) * BigInteger.Pow(10, scale + divisor.Type.Scale - dividend.Type.Scale);
        var quotient = BigInteger.DivRem(numerator, BigInteger.Abs(y), out var rest);
        if (rest * 2 >= BigInteger.Abs(y)) quotient++;
        if (quotient >= s_tooLarge) throw new QueryException("NUMERIC_VALUE_OUT_OF_RANGE: Decimal overflow");
        return (Int128)(x.Sign * y.Sign < 0 ? -quotient : quotient);
    }
}
