using System.Collections.Frozen;

namespace LakeTools.Query;

/// <summary>
/// The permitted parts of a statement. DuckDB itself has no access to anything when it runs; these lists forbid its internals, and
/// reads of tables by names that are not part of the statement. Everything unknown is refused.
/// </summary>
internal static class SqlRules
{
    // Tables in a statement, and the parts of a query.
    private static readonly FrozenSet<string> s_nodes = FrozenSet.ToFrozenSet(
    [
        "BASE_TABLE", "SUBQUERY", "JOIN", "TABLE_FUNCTION", "EXPRESSION_LIST", "EMPTY",
        "SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE",
        "LIMIT_MODIFIER", "LIMIT_PERCENT_MODIFIER", "ORDER_MODIFIER", "DISTINCT_MODIFIER",
        "ASCENDING", "DESCENDING", "ORDER_DEFAULT",
    ]);

    private static readonly FrozenSet<string> s_tableFunctions = FrozenSet.ToFrozenSet(
        ["unnest", "range", "generate_series", "json_each", "json_tree"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_forbidden = FrozenSet.ToFrozenSet(
    [
        "current_setting", "getenv", "getvariable", "set_config", "nextval", "currval", "lastval", "write_log", "parse_duckdb_log_message",
        "json_serialize_plan", "json_serialize_sql", "json_execute_serialized_sql", "json_deserialize_sql",
        "current_query", "current_schemas",
        "in_search_path", "query", "query_table", "sql_auto_complete", "current_connection_id", "current_query_id",
        "current_transaction_id", "txid_current", "col_description", "obj_description", "shobj_description", "format_type",
        "current_role", "current_user", "session_user",
        "user", "sleep", "sleep_ms", "current_catalog", "current_database", "current_schema", "version",
        "stats", "vector_type", "get_block_size",
        // One value of these may fill the memory, or take hours: DuckDB does not stop within a value. Athena has none of these names.
        "range", "generate_series", "list_resize", "array_resize", "bitstring", "bitstring_agg", "bar", "format", "printf",
        "levenshtein", "editdist3", "damerau_levenshtein", "jaro_similarity", "jaro_winkler_similarity", "reservoir_quantile",
    ], StringComparer.OrdinalIgnoreCase);

    // Functions that mean something else in Athena, whose syntax there DuckDB lacks.
    private static readonly FrozenDictionary<string, string> s_instead = new Dictionary<string, string>
    {
        ["json_value"] = "json_extract_scalar(x, '$.name')",
        ["json_exists"] = "json_extract(x, '$.name') IS NOT NULL",
        ["json_query"] = "json_extract(x, '$.name')",
        ["json_array"] = "CAST(ARRAY[a, b] AS JSON)",
        ["json_object"] = "CAST(MAP(ARRAY['name'], ARRAY[a]) AS JSON)",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Functions that reveal DuckDB's internals, and functions that read files.
    private static readonly string[] s_forbiddenPrefixes =
    [
        "duckdb_", "pragma_", "sqlite_", "pg_", "has_", "read_", "parquet_", "sniff_", "write_", "st_read", "iceberg_", "delta_", "inet_",
        "__",
    ];

    /// <summary>Whether a statement may have a part.</summary>
    /// <param name="type">The part's name.</param>
    public static bool MayHave(string type) => s_nodes.Contains(type) || type.EndsWith("_TYPE_INFO", StringComparison.Ordinal);

    /// <summary>Whether rows may come of a function.</summary>
    /// <param name="name">The function.</param>
    public static bool MayReadFrom(string name) => s_tableFunctions.Contains(name);

    /// <summary>Whether a statement may call a function.</summary>
    /// <param name="schema">The schema that it is called in; empty for none.</param>
    /// <param name="name">The function.</param>
    public static bool MayCall(string schema, string name) => schema is "" or "main"
        && !s_forbidden.Contains(name) && !s_instead.ContainsKey(name) && !IsReserved(name);

    /// <summary>What to write instead of a function that no statement may call; null if nothing is known.</summary>
    /// <param name="name">The function.</param>
    public static string? Instead(string name) => s_instead.GetValueOrDefault(name);

    /// <summary>Whether the lambdas of functions.sql have a name, which would hide a column that is an argument of theirs.</summary>
    /// <param name="name">The name.</param>
    public static bool IsOurs(string name) => name is "$" or "$e" or "$i";

    /// <summary>Whether DuckDB uses a name for its own metadata.</summary>
    /// <param name="name">The name.</param>
    public static bool IsReserved(string name) =>
        Array.Exists(s_forbiddenPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
