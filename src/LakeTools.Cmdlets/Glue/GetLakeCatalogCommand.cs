using System.Management.Automation;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Finds the catalogs of an account: its own, and those of S3 Tables, Redshift and other sources.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeCatalog")]
[OutputType(typeof(LakeCatalog))]
public sealed class GetLakeCatalogCommand : LakeCmdlet
{
    /// <summary>A catalog's name or id, or a pattern of either. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CatalogIdCompleter))]
    public string[] CatalogId { get; set; } = ["*"];

    /// <summary>The catalog whose children are wanted, such as s3tablescatalog. Default: the account.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CatalogIdCompleter))]
    public string? ParentCatalogId { get; set; }

    /// <summary>Children of children, too.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var catalog in CatalogId)
            await TryAsync(
                () => WriteAllAsync(new CatalogService(Lake).FindAsync(catalog, ParentCatalogId, Recurse, cancellationToken)),
                catalog).ConfigureAwait(false);
    }
}
