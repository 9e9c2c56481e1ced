using System.Collections.Frozen;
using LakeTools.Rules.Queries;

namespace LakeTools.Query;

/// <summary>The errors of statements that are no queries: what does the same in LakeTools.</summary>
internal static class SqlRefusal
{
    private const string Write = "Invoke-LakeQuery 'SELECT ...' -Raw | Export-LakeData -DatabaseName name -TableName name";
    private const string Describe = "Get-GlueTable shows tables and their columns, Get-GlueDatabase databases.";

    private static readonly FrozenDictionary<string, string> s_instead = new Dictionary<string, string>
    {
        ["CREATE"] = $"New-GlueTable creates a table. {Write} -CreateTable creates one of the rows of a query.",
        ["INSERT"] = $"{Write} writes the rows of a query to a table.",
        ["UNLOAD"] = "Invoke-LakeQuery 'SELECT ...' -Raw | Export-LakeData s3://bucket/folder/ -Format Parquet writes files.",
        ["DELETE"] = "Export-LakeData -Mode Overwrite replaces the rows of a table.",
        ["UPDATE"] = "Export-LakeData -Mode Overwrite replaces the rows of a table.",
        ["DROP"] = "Remove-GlueTable and Remove-GlueDatabase remove tables and databases.",
        ["ALTER"] = "Set-GlueTable changes a table, New-GluePartition adds partitions.",
        ["MSCK"] = "Sync-GluePartition adds the partitions of folders.",
        ["SHOW"] = Describe,
        ["DESCRIBE"] = Describe,
        ["SUMMARIZE"] = Describe,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The error of a statement; null for one that begins as a query does, or as nothing known.</summary>
    /// <param name="sql">The statement.</param>
    public static QueryException? Of(string sql)
    {
        var word = WordOf(sql);
        return s_instead.TryGetValue(word, out var instead)
            ? new QueryException($"NOT_SUPPORTED: The engine of the embedded lake runs SELECT, WITH and VALUES, not {word}. {instead}")
            : null;
    }

    /// <summary>The error of a statement that DuckDB parses, and that is no query or more than one.</summary>
    /// <param name="sql">The statement.</param>
    public static QueryException OfOther(string sql) => WordOf(sql) switch
    {
        "SELECT" or "WITH" or "VALUES" or "FROM" or "TABLE" => NotOne(sql),
        var word => new QueryException($"NOT_SUPPORTED: The engine of the embedded lake runs SELECT, WITH and VALUES, not {word}."),
    };

    /// <summary>The error of a text that has not one statement.</summary>
    /// <param name="sql">The text.</param>
    public static QueryException NotOne(string sql) =>
        new($"NOT_SUPPORTED: Only one sql statement is allowed. Got: {sql[..Math.Min(sql.Length, 200)]}");

    private static string WordOf(string sql) => new string(sql.TrimStart().TakeWhile(char.IsLetter).ToArray()).ToUpperInvariant();
}
