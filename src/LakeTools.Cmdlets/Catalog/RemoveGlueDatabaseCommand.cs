using System.Management.Automation;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// <para type="synopsis">Removes a database from the Data Catalog; files stay where they are.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "GlueDatabase", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Alias("Remove-LakeGlueDatabase")]
public sealed class RemoveGlueDatabaseCommand : LakeCmdlet, IForceable
{
    /// <summary>The names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Removes its tables too. Without it, a database that has tables is not removed.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

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
        using var progress = Progress();
        foreach (var name in Name)
        {
            await TryAsync(async () =>
            {
                var database = DatabaseService.CheckName(name);
                if (!ShouldProcess($"database {database}", Recurse ? "Remove with all its tables" : "Remove")) return;
                await new DatabaseService(Lake).RemoveAsync(database, CatalogId, Recurse, progress, cancellationToken)
                    .ConfigureAwait(false);
            }, name).ConfigureAwait(false);
        }
    }
}
