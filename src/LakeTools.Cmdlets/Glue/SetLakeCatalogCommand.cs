using System.Management.Automation;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Changes a catalog. Parameters that you omit are not changed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "LakeCatalog", SupportsShouldProcess = true)]
[OutputType(typeof(LakeCatalog))]
public sealed class SetLakeCatalogCommand : LakeCatalogCmdlet
{
    /// <summary>The catalog's name or id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CatalogIdCompleter))]
    public string[] CatalogId { get; set; } = [];

    /// <summary>
    /// The catalog's contents get the default permissions, too: with -DatabaseDefaultPermission None that ends access by IAM alone.
    /// </summary>
    [Parameter]
    public SwitchParameter OverwriteChildPermission { get; set; }

    /// <summary>Returns the changed catalog.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var catalog in CatalogId)
        {
            var change = Change(catalog) with { OverwriteChildPermission = OverwriteChildPermission };
            CatalogService.Check(change);
            if (!ShouldProcess(catalog, "Change the catalog")) continue;
            await TryAsync(async () =>
            {
                var changed = await new CatalogService(Lake).ChangeAsync(change, cancellationToken).ConfigureAwait(false);
                if (PassThru) WriteObject(await changed.ReadAsync(cancellationToken).ConfigureAwait(false));
            }, catalog).ConfigureAwait(false);
        }
    }
}
