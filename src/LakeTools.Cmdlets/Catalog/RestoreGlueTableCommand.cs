using System.Management.Automation;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// <para type="synopsis">Makes an older version of a table in the Glue catalog the newest.</para>
/// </summary>
[Cmdlet(VerbsData.Restore, "GlueTable", SupportsShouldProcess = true)]
[Alias("Restore-LakeGlueTable")]
[OutputType(typeof(GlueTable))]
public sealed class RestoreGlueTableCommand : LakeCmdlet
{
    /// <summary>The database's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string DatabaseName { get; set; } = "";

    /// <summary>The table's name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TableName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public string Name { get; set; } = "";

    /// <summary>The version to bring back, as Get-GlueTableVersion shows it.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TableVersionCompleter))]
    public string VersionId { get; set; } = "";

    /// <summary>The catalog. Default: the connection's, else the caller's account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? CatalogId { get; set; }

    /// <summary>Emits the restored table.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var (database, table) = (DatabaseService.CheckName(DatabaseName), TableService.CheckName(Name));
        if (!ShouldProcess($"table {database}.{table}", $"Bring back version {VersionId}")) return;
        var restored = await new TableEditor(Lake).RestoreAsync(database, table, VersionId, CatalogId, cancellationToken)
            .ConfigureAwait(false);
        if (PassThru) WriteObject(restored);
    }
}
