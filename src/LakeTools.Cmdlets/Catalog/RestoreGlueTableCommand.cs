using System.Management.Automation;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// <para type="synopsis">Restores an older version of a table in the Data Catalog.</para>
/// </summary>
[Cmdlet(VerbsData.Restore, "GlueTable", SupportsShouldProcess = true)]
[Alias("Restore-LakeGlueTable")]
[OutputType(typeof(GlueTable))]
public sealed class RestoreGlueTableCommand : NamedTableCmdlet
{
    /// <summary>The version to restore, as Get-GlueTableVersion shows it.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TableVersionCompleter))]
    public string VersionId { get; set; } = "";

    /// <summary>Returns the restored table.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var (database, table) = (DatabaseService.CheckName(DatabaseName), TableService.CheckName(Name));
        if (!ShouldProcess($"table {database}.{table}", $"Restore version {VersionId}")) return;
        var restored = await new TableEditor(Lake).RestoreAsync(database, table, VersionId, CatalogId, cancellationToken)
            .ConfigureAwait(false);
        if (PassThru) WriteObject(await restored.ReadAsync(cancellationToken).ConfigureAwait(false));
    }
}
