using System.Management.Automation;
using LakeTools.Core.Catalog;
using LakeTools.Core.Glue;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// <para type="synopsis">Gets tables of the Data Catalog, with the columns that the caller may see.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "GlueTable")]
[Alias("Get-LakeGlueTable")]
[OutputType(typeof(GlueTable))]
public sealed class GetGlueTableCommand : LakeCmdlet
{
    /// <summary>The database's name. Wildcards are permitted. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string DatabaseName { get; set; } = "*";

    /// <summary>Tables' names. Wildcards are permitted. Default: all.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TableName")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>From the pipeline: a database of Get-GlueDatabase, whose tables are wanted, or a table's name.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The catalog. The default is the catalog of the connection. If it isn't set, the caller's account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    public string? CatalogId { get; set; }

    /// <summary>
    /// Also the tables of databases that other accounts share with this one (All), or these alone (Foreign), or those of databases
    /// outside of the Data Catalog (Federated). By default, only those of the catalog.
    /// </summary>
    [Parameter]
    [EnumWord(typeof(CatalogShare))]
    public CatalogShare? Share { get; set; }

    /// <summary>Adds what the metadata of Iceberg tables says: PartitionTransform. One more call for each of them.</summary>
    [Parameter]
    public SwitchParameter Metadata { get; set; }

    /// <summary>Adds the statistics of columns: ColumnStatistic. One more call for each table, or one for each 100 columns.</summary>
    [Parameter]
    public SwitchParameter Statistic { get; set; }

    /// <summary>Adds the optimizers of Iceberg tables: Optimizer. Three more calls for each of these.</summary>
    [Parameter]
    public SwitchParameter Optimizer { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var databases = DatabaseName;
        if (InputObject?.BaseObject is string table) Name = [table];
        else if (InputObject is not null && InputObject.TypeNames.Any(name => name.EndsWith(nameof(GlueDatabase), StringComparison.Ordinal))
            && PSValue.Of(InputObject.Properties[nameof(GlueDatabase.Name)]?.Value) is string database)
        {
            databases = Names.Escape(database);
            if (!WasTyped(nameof(Name))) Name = ["*"]; // bound by the database's property
        }

        if (Names.Literal(databases) is { } one && (Share is null || databases != DatabaseName))
        {
            await InDatabaseAsync(one, CatalogId, mustExist: true, cancellationToken).ConfigureAwait(false);
            return;
        }

        var pattern = Names.Pattern(databases);
        await foreach (var database in new DatabaseService(Lake).ListAsync(CatalogId, Share, cancellationToken).ConfigureAwait(false))
            if (pattern.IsMatch(database.Name))
                await InDatabaseAsync(database.Name, Share is null ? CatalogId : database.CatalogId, mustExist: false, cancellationToken)
                    .ConfigureAwait(false);
    }

    private async Task InDatabaseAsync(string database, string? catalogId, bool mustExist, CancellationToken cancellationToken)
    {
        var service = new TableService(Lake);
        foreach (var name in Name)
        {
            if (mustExist && Names.Literal(name) is { } literal)
            {
                await TryAsync(async () => await WriteAsync(
                    await service.GetAsync(database, literal, catalogId, cancellationToken, Metadata).ConfigureAwait(false),
                    cancellationToken).ConfigureAwait(false), database + "." + literal).ConfigureAwait(false);
                continue;
            }

            await TryAsync(async () =>
            {
                var tables = MatchingTables.ListAsync(service, database, name, catalogId, cancellationToken);
                await foreach (var table in tables.ConfigureAwait(false))
                {
                    // The other tables are returned if more of this one cannot be read.
                    await TryAsync(async () => await WriteAsync(
                        Metadata ? await service.WithMetadataAsync(table, cancellationToken).ConfigureAwait(false) : table,
                        cancellationToken).ConfigureAwait(false), database + "." + table.Name).ConfigureAwait(false);
                }
            }, database).ConfigureAwait(false);
        }
    }

    private async Task WriteAsync(GlueTable table, CancellationToken cancellationToken)
    {
        if (Statistic) table = await new ColumnStatisticsService(Lake).WithAsync(table, cancellationToken).ConfigureAwait(false);
        if (Optimizer) table = await new TableOptimizerService(Lake).WithAsync(table, cancellationToken).ConfigureAwait(false);
        WriteObject(table);
    }
}
