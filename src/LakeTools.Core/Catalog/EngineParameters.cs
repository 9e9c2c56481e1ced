namespace LakeTools.Core.Catalog;

/// <summary>
/// The parameters of tables that engines, crawlers and the catalog itself write while they work. They say nothing of what a table should
/// be: nobody compares them, and nobody puts an older value back.
/// </summary>
/// <remarks>
/// Sources: Iceberg's GlueTableOperations and HiveTableOperations; Hive's StatsSetupConst and hive_metastoreConstants; Spark's
/// HiveExternalCatalog; Glue's developer guide, parameters set on Data Catalog tables by crawlers; Hudi's HoodieSyncTool; Delta's
/// DeltaCatalog.
/// </remarks>
internal static class EngineParameters
{
    private static readonly HashSet<string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        // Iceberg
        "metadata_location", "previous_metadata_location", "current-schema", "current-snapshot-id", "current-snapshot-summary",
        "current-snapshot-timestamp-ms", "metadata_hashcode", "iceberg.table.uuid", "iceberg.table.lastUpdatedMs",
        "default-partition-spec", "default-sort-order", "snapshot-count", "uuid",

        // Hive and the catalog
        "transient_lastDdlTime", "last_modified_time", "last_modified_by", "numFiles", "numFilesErasureCoded", "numPartitions", "numRows",
        "rawDataSize", "totalSize", "COLUMN_STATS_ACCURATE", "STATS_GENERATED", "STATS_GENERATED_VIA_STATS_TASK",
        "impala.lastComputeStatsTime",

        // Crawlers
        "UpdatedByCrawler", "CrawlerSchemaDeserializerVersion", "CrawlerSchemaSerializerVersion", "averageRecordSize", "objectCount",
        "recordCount", "sizeKey",

        // Hudi and Delta
        "last_commit_time_sync", "last_commit_completion_time_sync", "delta.lastCommitTimestamp", "delta.lastUpdateVersion",
    };

    private static readonly string[] s_prefixes = ["spark.sql.statistics.", "impala.events."];

    /// <summary>Whether engines write a parameter.</summary>
    /// <param name="name">The parameter.</param>
    /// <returns>True where it is theirs.</returns>
    public static bool Has(string name) =>
        s_names.Contains(name) || Array.Exists(s_prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>Parameters with those of engines as they are now.</summary>
    /// <param name="parameters">The parameters, some of them of an earlier time.</param>
    /// <param name="now">The parameters as they are now.</param>
    /// <returns>What is written.</returns>
    public static Dictionary<string, string> Kept(Dictionary<string, string>? parameters, Dictionary<string, string>? now) =>
        (parameters ?? []).Where(pair => !Has(pair.Key)).Concat((now ?? []).Where(pair => Has(pair.Key)))
            .ToDictionary(pair => pair.Key, pair => pair.Value);
}
