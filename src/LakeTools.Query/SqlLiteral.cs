using System.Runtime.InteropServices;
using System.Text;
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
            using var result = DuckResult.Execute(database, statement.Sql);
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
            DuckDBType.Blob => NativeMethods.Value.DuckDBCreateBlob(
                Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal)), (text.Length + 1) / 3),
            DuckDBType.Varchar => NativeMethods.Value.DuckDBCreateVarchar(text),
            _ => null,
        };
    }

    /// <summary>The digits of a binary literal.</summary>
    /// <param name="sql">The statement that has it.</param>
    /// <param name="start">Its place.</param>
    /// <param name="end">Its end.</param>
    /// <returns>Two for each byte.</returns>
    /// <exception cref="QueryException">It is none of Athena's.</exception>
    public static string Hexadecimal(string sql, int start, int end)
    {
        var digits = string.Concat(sql[(start + 2)..(end - 1)].Split(' ', '\r', '\n', '\t'));
        var reason = sql[start] is 'b' or 'B' ? "A literal of bits is not allowed in queries. Write bytes as X'41'"
            : !digits.All(char.IsAsciiHexDigit) ? "Binary literal can only contain hexadecimal digits"
            : digits.Length % 2 != 0 ? "Binary literal must contain an even number of digits" : null;
        return reason is null ? digits
            : throw new QueryException($"SYNTAX_ERROR: {SqlPlace.Of(sql, Encoding.UTF8.GetByteCount(sql.AsSpan(0, start)))}: {reason}");
    }

    private static QueryException Invalid(string text, Exception? inner) =>
        new($"INVALID_PARAMETER_USAGE: The parameter {text} is not a SQL literal. Text must be in single quotes.", inner);
}
