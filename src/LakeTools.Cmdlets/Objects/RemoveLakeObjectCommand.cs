using System.Management.Automation;
using LakeTools.Core.Objects;

namespace LakeTools.Cmdlets.Objects;

/// <summary>
/// <para type="synopsis">Removes objects from S3.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeObject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ObjectSet)]
public sealed class RemoveLakeObjectCommand : LakeCmdlet
{
    private const string ObjectSet = "Object";
    private const string UriSet = "Uri";
    private const string LiteralUriSet = "LiteralUri";

    private readonly List<string> _keys = [];
    private string _bucket = "";

    /// <summary>An object, a folder that ends with a slash, or an address with wildcards.</summary>
    [Parameter(ParameterSetName = UriSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string[] Uri { get; set; } = [];

    /// <summary>Addresses as they are written: no character is a wildcard.</summary>
    [Parameter(ParameterSetName = LiteralUriSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string[] LiteralUri { get; set; } = [];

    /// <summary>An object that Get-LakeObject found.</summary>
    [Parameter(ParameterSetName = ObjectSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public LakeObject? InputObject { get; set; }

    /// <summary>Removes what is in folders, and in folders within.</summary>
    [Parameter(ParameterSetName = UriSet)]
    [Parameter(ParameterSetName = LiteralUriSet)]
    public SwitchParameter Recurse { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (InputObject is { } item) await TryAsync(() => RemoveOneAsync(item, cancellationToken), item).ConfigureAwait(false);
        foreach (var uri in Uri.Concat(LiteralUri))
        {
            await TryAsync(() => RemoveAsync(new ObjectSource(uri, ParameterSetName == LiteralUriSet), cancellationToken), uri)
                .ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    protected override Task EndProcessingAsync(CancellationToken cancellationToken) => FlushAsync(cancellationToken);

    private async Task RemoveAsync(ObjectSource source, CancellationToken cancellationToken)
    {
        source.RequireRecurse(Recurse, "remove");
        var isAsked = false;
        await foreach (var item in source.FindAsync(Lake, cancellationToken).ConfigureAwait(false))
        {
            source.RequireRecurse(Recurse, "remove", item);
            if (source.HasWildcards || source.IsNamed(item)) await RemoveOneAsync(item, cancellationToken).ConfigureAwait(false);
            else if (isAsked || (isAsked = ShouldProcess(source.Address, "Remove the folder and all objects in it")))
                await AddAsync(item, cancellationToken).ConfigureAwait(false);
            else return;
        }
    }

    private async Task RemoveOneAsync(LakeObject item, CancellationToken cancellationToken)
    {
        if (ShouldProcess(item.Uri, "Remove object")) await AddAsync(item, cancellationToken).ConfigureAwait(false);
    }

    private async Task AddAsync(LakeObject item, CancellationToken cancellationToken)
    {
        if (item.Bucket != _bucket || _keys.Count == ObjectRemoval.BatchSize) await FlushAsync(cancellationToken).ConfigureAwait(false);
        _bucket = item.Bucket;
        _keys.Add(item.Key);
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        var keys = _keys.ToList();
        _keys.Clear();
        if (keys.Count > 0)
            await TryAsync(() => ObjectRemoval.RemoveAsync(Lake, _bucket, keys, WriteFailure, cancellationToken), _bucket)
                .ConfigureAwait(false);
    }
}
