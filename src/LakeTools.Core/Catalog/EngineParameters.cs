namespace LakeTools.Core.Catalog;

/// <summary>
/// The table parameters that engines, crawlers and the catalog write. They do not belong to the definition of a table, so they are
/// not compared and not restored.
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
    /// <returns>True if they do.</returns>
    public static bool Has(string name) =>
        s_names.Contains(name) || Array.Exists(s_prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>Parameters, with the current values of those that engines write.</summary>
    /// <param name="parameters">The parameters, possibly older.</param>
    /// <param name="now">The current parameters.</param>
    /// <returns>The parameters to write.</returns>
    public static Dictionary<string, string> Kept(Dictionary<string, string>? parameters, Dictionary<string, string>? now) =>
        (parameters ?? []).Where(pair => !Has(pair.Key)).Concat((now ?? []).Where(pair => Has(pair.Key)))
            .ToDictionary(pair => pair.Key, pair => pair.Value);
}
