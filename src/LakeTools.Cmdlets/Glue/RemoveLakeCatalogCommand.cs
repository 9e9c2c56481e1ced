using System.Management.Automation;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Removes a catalog; what it represents stays where it is.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeCatalog", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveLakeCatalogCommand : LakeCmdlet, IForceable
{
    /// <summary>The catalog's name or id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CatalogIdCompleter))]
    public string[] CatalogId { get; set; } = [];

    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var catalog in CatalogId)
        {
            if (!ShouldProcess(catalog, "Remove the catalog")) continue;
            await TryAsync(() => new CatalogService(Lake).RemoveAsync(catalog, cancellationToken), catalog).ConfigureAwait(false);
        }
    }
}
