using System.Management.Automation;
using LakeTools.Core.Objects;

namespace LakeTools.Cmdlets.Objects;

/// <summary>
/// <para type="synopsis">Copies objects within S3.</para>
/// </summary>
[Cmdlet(VerbsCommon.Copy, "LakeObject", SupportsShouldProcess = true, DefaultParameterSetName = ObjectSet)]
[OutputType(typeof(LakeObject))]
public sealed class CopyLakeObjectCommand : LakeCmdlet
{
    private const string ObjectSet = "Object";
    private const string UriSet = "Uri";

    /// <summary>An object, a folder that ends with a slash, or an address with wildcards.</summary>
    [Parameter(ParameterSetName = UriSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string[] Uri { get; set; } = [];

    /// <summary>An object that Get-LakeObject found.</summary>
    [Parameter(ParameterSetName = ObjectSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public LakeObject? InputObject { get; set; }

    /// <summary>Where to: an object for one, or a folder that ends with a slash.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string Destination { get; set; } = "";

    /// <summary>Copies what is in folders, and in folders within.</summary>
    [Parameter(ParameterSetName = UriSet)]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Emits the copies.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var destination = S3Uri.Parse(Destination);
        if (InputObject is { } item)
        {
            var to = destination.IsFolder ? destination.Append(S3Uri.Parse(item.Uri).Name) : destination;
            await TryAsync(() => CopyAsync(item, to, cancellationToken), item).ConfigureAwait(false);
        }

        foreach (var uri in Uri) await TryAsync(() => CopyAsync(uri, destination, cancellationToken), uri).ConfigureAwait(false);
    }

    private async Task CopyAsync(string uri, S3Uri destination, CancellationToken cancellationToken)
    {
        var source = new ObjectSource(uri);
        if (source.IsFolder && !Recurse) throw ObjectSource.RecurseRequired(uri, "copy");
        await foreach (var item in ObjectListing.FindAsync(Lake, uri, cancellationToken).ConfigureAwait(false))
        {
            var isOne = source.IsOne && item.Key == source.Key;
            if (source.IsOne && !isOne && !Recurse) throw ObjectSource.RecurseRequired(uri, "copy");
            var to = !isOne ? destination.Append(item.Key[source.PrefixLength..])
                : destination.IsFolder ? destination.Append(item.Key[(item.Key.LastIndexOf('/') + 1)..]) : destination;
            await TryAsync(() => CopyAsync(item, to, cancellationToken), item).ConfigureAwait(false);
        }
    }

    private async Task CopyAsync(LakeObject item, S3Uri to, CancellationToken cancellationToken)
    {
        if (!ShouldProcess(item.Uri, $"Copy to {to}")) return;
        await ObjectCopy.CopyAsync(Lake, item, to, cancellationToken).ConfigureAwait(false);
        if (PassThru) WriteObject(await ObjectListing.GetAsync(Lake, to, cancellationToken).ConfigureAwait(false));
    }
}
