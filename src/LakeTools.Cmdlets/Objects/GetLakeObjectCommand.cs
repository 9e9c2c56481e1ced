using System.Management.Automation;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Cmdlets.Objects;

/// <summary>
/// <para type="synopsis">Finds objects in S3.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeObject", DefaultParameterSetName = UriSet)]
[OutputType(typeof(LakeObject), typeof(LakeFolder))]
public sealed class GetLakeObjectCommand : LakeCmdlet
{
    private const string ObjectSet = "Object";
    private const string UriSet = "Uri";
    private const string LiteralUriSet = "LiteralUri";

    /// <summary>An object, a folder that ends with a slash, or an S3 URI with wildcards.</summary>
    [Parameter(ParameterSetName = UriSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [FoundObject]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string[] Uri { get; set; } = [];

    /// <summary>S3 URIs without wildcards.</summary>
    [Parameter(ParameterSetName = LiteralUriSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Location")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string[] LiteralUri { get; set; } = [];

    /// <summary>An object that was found before, to see whether it is still there.</summary>
    [Parameter(ParameterSetName = ObjectSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public LakeObject? InputObject { get; set; }

    /// <summary>One level alone: the folders and objects that are in a folder, and not what is in its folders.</summary>
    [Parameter(ParameterSetName = UriSet)]
    [Parameter(ParameterSetName = LiteralUriSet)]
    public SwitchParameter Folder { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (InputObject is { } item)
        {
            var uri = new S3Uri(item.Bucket, item.Key);
            await TryAsync(async () => WriteObject(await ObjectListing.GetAsync(Lake, uri, cancellationToken).ConfigureAwait(false)
                ?? throw Fault.ObjectNotFound(item, item.Uri)), item).ConfigureAwait(false);
        }

        foreach (var uri in Uri.Concat(LiteralUri))
        {
            var isLiteral = ParameterSetName == LiteralUriSet;
            await TryAsync(
                () => Folder ? WriteAllAsync(ObjectListing.ListLevelAsync(Lake, uri, isLiteral, cancellationToken))
                    : WriteAllAsync(new ObjectSource(uri, isLiteral).FindAsync(Lake, cancellationToken)),
                uri).ConfigureAwait(false);
        }
    }
}
