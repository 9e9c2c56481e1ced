using System.Management.Automation;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// <para type="synopsis">Removes tables from the Data Catalog; files stay where they are.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "GlueTable", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Alias("Remove-LakeGlueTable")]
public sealed class RemoveGlueTableCommand : LakeCmdlet, IForceable
{
    /// <summary>The database's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string DatabaseName { get; set; } = "";

    /// <summary>The tables' names.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TableName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The catalog. The default is the catalog of the connection. If it isn't set, the caller's account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    public string? CatalogId { get; set; }

    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
        {
            await TryAsync(async () =>
            {
                var table = TableService.CheckName(name);
                var database = DatabaseService.CheckName(DatabaseName);
                if (!ShouldProcess($"table {database}.{table}", "Remove")) return;
                await new TableService(Lake).RemoveAsync(database, table, CatalogId, cancellationToken).ConfigureAwait(false);
            }, DatabaseName + "." + name).ConfigureAwait(false);
        }
    }
}
