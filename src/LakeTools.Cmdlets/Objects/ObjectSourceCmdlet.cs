using System.Management.Automation;
using LakeTools.Core.Objects;

namespace LakeTools.Cmdlets.Objects;

/// <summary>The base of the cmdlets that take objects: by address, with folders and wildcards, or as they were found before.</summary>
public abstract class ObjectSourceCmdlet : TransferCmdlet
{
    private protected const string ObjectSet = "Object";
    private protected const string UriSet = "Uri";
    private protected const string LiteralUriSet = "LiteralUri";

    /// <summary>An object, a folder that ends with a slash, or an address with wildcards.</summary>
    [Parameter(ParameterSetName = UriSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [FoundObject]
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

    /// <summary>Takes what is in folders, and in folders within.</summary>
    [Parameter(ParameterSetName = UriSet)]
    [Parameter(ParameterSetName = LiteralUriSet)]
    public SwitchParameter Recurse { get; set; }

    /// <summary>The verb for errors about the objects, such as <c>copy</c>.</summary>
    private protected abstract string Verb { get; }

    /// <summary>Takes the object of <see cref="InputObject"/>, or one that an address found.</summary>
    /// <param name="item">The object.</param>
    /// <param name="source">The parsed address; null for <see cref="InputObject"/>.</param>
    /// <param name="cancellationToken">Cancelled when the pipeline stops.</param>
    /// <returns>False to stop with this address.</returns>
    private protected abstract Task<bool> TakeAsync(LakeObject item, ObjectSource? source, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (InputObject is { } item) await TryAsync(() => TakeAsync(item, null, cancellationToken), item).ConfigureAwait(false);
        foreach (var uri in Uri.Concat(LiteralUri)) await TryAsync(() => TakeAllAsync(uri, cancellationToken), uri).ConfigureAwait(false);
    }

    private async Task TakeAllAsync(string uri, CancellationToken cancellationToken)
    {
        var source = new ObjectSource(uri, ParameterSetName == LiteralUriSet);
        source.RequireRecurse(Recurse, Verb);
        await foreach (var item in source.FindAsync(Lake, cancellationToken).ConfigureAwait(false))
        {
            source.RequireRecurse(Recurse, Verb, item);
            if (!await TakeAsync(item, source, cancellationToken).ConfigureAwait(false)) return;
        }
    }
}
