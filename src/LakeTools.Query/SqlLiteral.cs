using System.Runtime.InteropServices;
using DuckDB.NET.Native;
using LakeTools.Rules.Queries;

namespace LakeTools.Query;

/// <summary>Reads what represents a question mark: a literal of SQL, such as <c>'a'</c>, <c>-1.5</c> or <c>DATE '2026-01-31'</c>.</summary>
internal static class SqlLiteral
{
    /// <summary>The value of a literal.</summary>
    /// <param name="database">Any database.</param>
    /// <param name="text">The literal.</param>
    /// <returns>The value, to be disposed of.</returns>
    /// <exception cref="QueryException">The text is more or something else.</exception>
    public static DuckDBValue Value(DuckDatabase database, string text)
    {
        // A literal alone has no table and no function; with another word behind it, it is none.
        try
        {
            var statement = SqlStatement.Read(database, $"SELECT {text}");
            if (!statement.IsLiteral) throw Invalid(text, null);
            using var result = DuckResult.Execute(database, $"SELECT {text}");
            var type = DuckType.Read(result.Types()[0]);
            var (chunk, vector) = result.Single();
            using var _ = chunk;
            return Value(type, vector, new VectorReader(type).At(vector)) ?? throw Invalid(text, null);
        }
        catch (QueryException error) when (!error.Message.StartsWith("INVALID_PARAMETER_USAGE", StringComparison.Ordinal))
        {
            throw Invalid(text, error);
        }
    }

    private static unsafe DuckDBValue? Value(DuckType type, nint vector, VectorReader reader)
    {
        if (reader.Text(0) is not { } text) return NativeMethods.Value.DuckDBCreateNullValue();
        var data = (nint)NativeMethods.Vectors.DuckDBVectorGetData(vector);
        return type.Id switch
        {
            DuckDBType.Boolean => NativeMethods.Value.DuckDBCreateBool(text == "true"),
            DuckDBType.Integer => NativeMethods.Value.DuckDBCreateInt32(Marshal.ReadInt32(data)),
            DuckDBType.BigInt => NativeMethods.Value.DuckDBCreateInt64(Marshal.ReadInt64(data)),
            DuckDBType.Double => NativeMethods.Value.DuckDBCreateDouble(*(double*)data),
            // Its digits are exact as text, which DuckDB compares as the number that it is.
            DuckDBType.Decimal => NativeMethods.Value.DuckDBCreateDecimal(
                new DuckDBDecimal(type.Precision, type.Scale, new DuckDBHugeInt(reader.Digits(0)))),
            DuckDBType.Date => NativeMethods.Value.DuckDBCreateDate(*(DuckDBDate*)data),
            DuckDBType.Timestamp => NativeMethods.Value.DuckDBCreateTimestamp(*(DuckDBTimestampStruct*)data),
            DuckDBType.Varchar => NativeMethods.Value.DuckDBCreateVarchar(text),
            _ => null,
        };
    }

    private static QueryException Invalid(string text, Exception? inner) =>
        new($"INVALID_PARAMETER_USAGE: The parameter {text} is not a SQL literal. Text must be in single quotes.", inner);
}
