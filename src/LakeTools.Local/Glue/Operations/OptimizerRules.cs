using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Glue.Iceberg;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Operations;

/// <summary>
/// What a table optimizer can be. Source: API reference, TableOptimizerConfiguration. That counts are not negative and that a configuration
/// is of the optimizer's own type is not documented.
/// </summary>
internal static class OptimizerRules
{
    private const string RunRate = "runRateInHours";
    private const string Location = "location";
    private const long ShortestHours = 3;
    private const long LongestHours = 168;

    private static readonly (string Type, string Member)[] s_kinds =
    [
        ("compaction", "compactionConfiguration"),
        ("retention", "retentionConfiguration"),
        ("orphan_file_deletion", "orphanFileDeletionConfiguration"),
    ];

    private static readonly string[] s_counts =
    [
        "minInputFiles", "deleteFileThreshold", "snapshotRetentionPeriodInDays", "numberOfSnapshotsToRetain",
        "orphanFileRetentionPeriodInDays",
    ];

    /// <summary>Refuses a configuration that the table cannot have.</summary>
    /// <param name="call">The call.</param>
    /// <param name="table">An Iceberg table.</param>
    /// <param name="type">The optimizer's type.</param>
    /// <param name="configuration">Its configuration.</param>
    public static void Check(ApiCall call, TableRecord table, string type, JsonObject configuration)
    {
        foreach (var (owner, member) in s_kinds)
        {
            if (configuration[member] is null) continue;
            if (owner != type) throw Invalid($"An optimizer of the type {type} has no {member}.");
            if (configuration[member]!["icebergConfiguration"] is JsonObject iceberg) Check(call, table, iceberg);
        }
    }

    private static void Check(ApiCall call, TableRecord table, JsonObject iceberg)
    {
        if (iceberg.Number(RunRate) is < ShortestHours or > LongestHours)
            throw Invalid($"{RunRate} must be between {ShortestHours} and {LongestHours}.");
        if (Array.Find(s_counts, member => iceberg.Number(member) < 0) is { } negative) throw Invalid($"{negative} must not be negative.");
        if (iceberg.Text("strategy") is "sort" or "z-order" && IcebergTables.Metadata(call, table) is { HasOrder: false })
            throw Invalid($"The strategy {iceberg.Text("strategy")} requires a sort order of the table.");
        if (iceberg.Text(Location) is { } place && table.Location is { } root && !IsWithin(place, root))
            throw Invalid($"The {Location} {place} is not within the table's location {root}.");
    }

    private static bool IsWithin(string place, string root) =>
        (place.TrimEnd('/') + "/").StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal);

    private static ApiException Invalid(string message) => new("InvalidInputException", message);
}
