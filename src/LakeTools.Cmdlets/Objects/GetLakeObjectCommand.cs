using System.Management.Automation;
using LakeTools.Core.Objects;

namespace LakeTools.Cmdlets.Objects;

/// <summary>
/// <para type="synopsis">Finds objects in S3.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeObject")]
[OutputType(typeof(LakeObject))]
public sealed class GetLakeObjectCommand : LakeCmdlet
{
    /// <summary>An object, a folder that ends with a slash, or an address with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Location")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string[] Uri { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var uri in Uri)
            await TryAsync(() => WriteAllAsync(ObjectListing.FindAsync(Lake, uri, cancellationToken)), uri).ConfigureAwait(false);
    }
}
