using System.Globalization;
using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Core.Catalog;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Glue;

/// <summary>Reads the optimizers of Iceberg tables.</summary>
/// <param name="connection">The lake.</param>
public sealed class TableOptimizerService(LakeConnection connection)
{
    /// <summary>The source of an optimizer that a table has from its catalog.</summary>
    internal const string OfCatalog = "catalog";

    private static readonly TableOptimizerType[] s_types =
        [TableOptimizerType.Compaction, TableOptimizerType.Retention, TableOptimizerType.Orphan_file_deletion];

    /// <summary>Adds the optimizers that a table has. Only Iceberg tables have any, and only of these they are asked for.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The table with its optimizers.</returns>
    /// <exception cref="LakeException"><c>TableAccessDenied</c>.</exception>
    public async Task<GlueTable> WithAsync(GlueTable table, CancellationToken cancellationToken)
    {
        var found = new List<GlueTableOptimizer>();
        if (table.Format != TableFormat.Iceberg) return table with { Optimizer = found };
        var catalogId = table.CatalogId ?? await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        foreach (var type in s_types)
        {
            var request = new GetTableOptimizerRequest
            {
                CatalogId = catalogId,
                DatabaseName = table.DatabaseName,
                TableName = table.Name,
                Type = type,
            };
            try
            {
                var answer = await connection.Clients.Glue.GetTableOptimizerAsync(request, cancellationToken).ConfigureAwait(false);
                if (answer.TableOptimizer is { } optimizer) found.Add(ToOptimizer(type, optimizer));
            }
            catch (EntityNotFoundException)
            {
                // The table has none of this type.
            }
        }

        return table with { Optimizer = found };
    }

    private static GlueTableOptimizer ToOptimizer(TableOptimizerType type, TableOptimizer optimizer) => new()
    {
        Type = (optimizer.Type ?? type).Value,
        Enabled = optimizer.Configuration?.Enabled,
        RoleArn = optimizer.Configuration?.RoleArn,
        Source = optimizer.ConfigurationSource?.Value,
        Setting = Settings(optimizer.Configuration),
        LastRunState = optimizer.LastRun?.EventType?.Value,
        LastRunStartedOn = optimizer.LastRun?.StartTimestamp?.ToLocalTime(),
        LastRunEndedOn = optimizer.LastRun?.EndTimestamp?.ToLocalTime(),
        LastRunError = optimizer.LastRun?.Error,
    };

    private static Dictionary<string, string> Settings(TableOptimizerConfiguration? configuration)
    {
        var compaction = configuration?.CompactionConfiguration?.IcebergConfiguration;
        var retention = configuration?.RetentionConfiguration?.IcebergConfiguration;
        var orphans = configuration?.OrphanFileDeletionConfiguration?.IcebergConfiguration;
        (string Name, object? Value)[] all =
        [
            ("glueConnectionName", configuration?.VpcConfiguration?.GlueConnectionName),
            ("strategy", compaction?.Strategy?.Value),
            ("minInputFiles", compaction?.MinInputFiles),
            ("deleteFileThreshold", compaction?.DeleteFileThreshold),
            ("snapshotRetentionPeriodInDays", retention?.SnapshotRetentionPeriodInDays),
            ("numberOfSnapshotsToRetain", retention?.NumberOfSnapshotsToRetain),
            ("cleanExpiredFiles", retention?.CleanExpiredFiles),
            ("orphanFileRetentionPeriodInDays", orphans?.OrphanFileRetentionPeriodInDays),
            ("location", orphans?.Location),
            ("runRateInHours", retention?.RunRateInHours ?? orphans?.RunRateInHours),
        ];
        return all.Where(setting => setting.Value is not null)
            .ToDictionary(setting => setting.Name, setting => Convert.ToString(setting.Value, CultureInfo.InvariantCulture)!);
    }
}
