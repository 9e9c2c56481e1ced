

using LakeTools.Local.Store;
using LakeTools.Tests.Local.Lakes;

namespace LakeTools.Tests.Local.Store;

/// <summary>No statement that a request runs reads a whole table that grows with the lake; but for those named here.</summary>
public sealed class QueryPlanTests : IDisposable
{
    /// <summary>
    /// What may be read whole: tables that stay small, since a quota bounds them or a row lies there for a moment only.
    /// </summary>
    private static readonly string[] s_whole =
    [
        "CONSTANT", "json_each", "store_part", "lake_setting", "lf_settings", "lf_location", "lf_tag", "lf_tag_expression", "lf_share",
        "s3_garbage",
    ];

    // Indexes of the runs and queries that go on, and of no other.
    private static readonly string[] s_active =
    [
        "SCAN glue_job_run USING INDEX glue_job_run_active", "SCAN athena_query USING INDEX athena_query_active",
    ];

    private static readonly RecordedCall[] s_further =
    [
        new("glue", "GetTables", """{"DatabaseName":"weather"}"""),
        new("glue", "GetDatabases", "{}"),
        new("glue", "GetJobRuns", """{"JobName":"load"}"""),
        new("lakeformation", "ListPermissions", """{"MaxResults":5}"""),
        new("lakeformation", "ListPermissions", """{"Resource":{"Table":{"DatabaseName":"weather","Name":"seattle"}}}"""),
        new("lakeformation", "SearchTablesByLFTags", """{"Expression":[{"TagKey":"domain","TagValues":["weather"]}]}"""),
        new("lakeformation", "ListDataCellsFilter", """{"Table":{"CatalogId":"111122223333","DatabaseName":"weather","Name":"seattle"}}"""),
        new("lakeformation", "ListTransactions", "{}"),
        new("secretsmanager", "ListSecrets", "{}"),
        new("secretsmanager", "ListSecrets", """{"SortBy":"last-changed-date"}"""),
        new("secretsmanager", "ListSecrets", """{"SortBy":"last-accessed-date"}"""),
        new("secretsmanager", "ListSecrets", """{"SortBy":"name","SortOrder":"asc"}"""),
        new("secretsmanager", "ListSecretVersionIds", """{"SecretId":"db/password"}"""),
        new("logs", "FilterLogEvents", """{"logGroupName":"/kept"}"""),
        new("logs", "DescribeLogGroups", "{}"),
        new("s3", "GET /weather-data?uploads="),
        new("s3", "GET /"),
        new("s3", "DELETE /weather-data/replaced"),
    ];

    private readonly TestLake _lake = new();

    [Fact]
    public async Task No_statement_reads_a_whole_table()
    {
        foreach (var call in KeptLake.Making.Concat(KeptLake.Reading).Concat(s_further)) await call.SendAsync(_lake.Lake);
        var store = _lake.Lake.Instance.Store;
        store.Read(session => LakeTools.Local.Glue.Catalog.CatalogStore.TablesAt(session, "s3://weather-data/seattle"));
        Assert.Equal([], store.Statements.Where(IsQuery).SelectMany(Scans));

        IEnumerable<string> Scans(string sql) =>
            from step in store.Read(session => session.Query("EXPLAIN QUERY PLAN " + sql, row => row.GetString(3)))
            where IsScan(step, sql)
            select $"{step}: {sql}";
    }

    public void Dispose() => _lake.Dispose();

    private static bool IsQuery(string sql) => sql.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)
        || sql.TrimStart().StartsWith("DELETE", StringComparison.OrdinalIgnoreCase)
        || sql.TrimStart().StartsWith("UPDATE", StringComparison.OrdinalIgnoreCase);

    /// <summary>A page of a list may walk its table in the order of its key, since it stops at its end.</summary>
    private static bool IsScan(string step, string sql)
    {
        var words = step.Split(' ');
        if (s_active.Contains(step)) return false;
        return words[0] == "SCAN" && !s_whole.Contains(words[1]) && !sql.Contains("LIMIT", StringComparison.Ordinal);
    }
}
