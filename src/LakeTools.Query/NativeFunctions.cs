using System.Numerics;
using System.Runtime.InteropServices;
using DuckDB.NET.Native;
using LakeTools.Rules.Queries;

namespace LakeTools.Query;

/// <summary>The functions that SQL cannot express. Those that begin with __ are for functions.sql; statements cannot call them.</summary>
internal static class NativeFunctions
{
    private const long MostSteps = 100_000_000;

    private static readonly BigInteger s_tooLarge = BigInteger.Pow(10, 38);

    private static readonly NativeFunction[] s_functions =
    [
        // Fails where a condition is false. DuckDB's own error() cannot be in TRY.
        new("__require", [DuckDBType.Boolean, DuckDBType.Varchar], DuckDBType.Boolean,
            (arguments, row) => arguments[0].At<bool>(row) ? true : throw new QueryException(arguments[1].Text(row)!)),
        // The digits of a decimal. A function of ours cannot have a type that depends on those of its arguments.
        new("__divide", [DuckDBType.Any, DuckDBType.Any], DuckDBType.HugeInt,
            (arguments, row) => Quotient(arguments[0], arguments[1], row)),
        new("__size", [DuckDBType.Any], DuckDBType.BigInt, (arguments, row) => Size(arguments[0], row)),
        new("__equal_of", [DuckDBType.Any], DuckDBType.Boolean, (arguments, row) => arguments[0].AreEqual(row)),
        new("__width", [DuckDBType.Any], DuckDBType.BigInt, (arguments, _) => (long)arguments[0].Type.Parts.Count),
        new("levenshtein_distance", [DuckDBType.Varchar, DuckDBType.Varchar], DuckDBType.BigInt,
            (arguments, row) => Levenshtein(Letters(arguments[0], row), Letters(arguments[1], row))),
        new("hamming_distance", [DuckDBType.Varchar, DuckDBType.Varchar], DuckDBType.BigInt,
            (arguments, row) => Hamming(Letters(arguments[0], row), Letters(arguments[1], row))),
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

    private static long Size(VectorReader list, long row) => list.Type.Id is DuckDBType.List or DuckDBType.Array or DuckDBType.Map
        ? list.Count(row) : throw new QueryException("INVALID_FUNCTION_ARGUMENT: cardinality is of an array or a map");

    private static int[] Letters(VectorReader text, long row) => [.. text.Text(row)!.EnumerateRunes().Select(rune => rune.Value)];

    private static long Levenshtein(int[] a, int[] b)
    {
        if ((long)a.Length * b.Length > MostSteps)
            throw new QueryException("INVALID_FUNCTION_ARGUMENT: The texts of levenshtein_distance are too long");
        var distances = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 0; i < a.Length; i++)
        {
            var before = distances[0]++;
            for (var j = 0; j < b.Length; j++)
                (before, distances[j + 1]) = (distances[j + 1],
                    a[i] == b[j] ? before : 1 + Math.Min(before, Math.Min(distances[j], distances[j + 1])));
        }

        return distances[^1];
    }

    private static long Hamming(int[] a, int[] b) => a.Length == b.Length
        ? a.Where((letter, i) => letter != b[i]).LongCount()
        : throw new QueryException("INVALID_FUNCTION_ARGUMENT: The input strings to hamming_distance function must have the same length");
}
