using System.Management.Automation;
using LakeTools.Core.Objects;
using LakeTools.Rules.Names;

namespace LakeTools.Cmdlets.Objects;

/// <summary>
/// <para type="synopsis">Copies objects within S3.</para>
/// </summary>
[Cmdlet(VerbsCommon.Copy, "LakeObject", SupportsShouldProcess = true, DefaultParameterSetName = ObjectSet)]
[OutputType(typeof(LakeObject))]
public sealed class CopyLakeObjectCommand : TransferCmdlet
{
    private const string ObjectSet = "Object";
    private const string UriSet = "Uri";
    private const string LiteralUriSet = "LiteralUri";

    private CopyPlan? _plan;

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

    /// <summary>Where to: an object for one, or a folder that ends with a slash.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string Destination { get; set; } = "";

    /// <summary>Copies what is in folders, and in folders within.</summary>
    [Parameter(ParameterSetName = UriSet)]
    [Parameter(ParameterSetName = LiteralUriSet)]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Leaves objects alone that are there already.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Emits the copies.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private CopyPlan Plan => _plan ??= new CopyPlan(S3Uri.Parse(Destination));

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var plan = Plan;
        if (InputObject is { } item) Try(() => plan.Add(item), item);
        foreach (var uri in Uri.Concat(LiteralUri))
        {
            await TryAsync(() => AddAsync(new ObjectSource(uri, ParameterSetName == LiteralUriSet), cancellationToken), uri)
                .ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        if (_plan is null) return;
        var items = _plan.Items.Where(item => ShouldProcess(item.Source.Uri, $"Copy to {item.Destination}")).ToList();
        if (items.Count == 0) return;
        using var progress = Progress();
        var options = new TransferOptions { NoClobber = NoClobber };
        var activity = items.Count == 1 ? $"Copying {items[0].Destination.Name}" : $"Copying {items.Count} objects";
        using var copy = new ObjectCopy(Lake, options, activity, items.Sum(item => item.Source.Size), progress);
        var copied = await CarryAsync(items, options, item => item.Source, copy.CopyAsync, cancellationToken).ConfigureAwait(false);
        if (PassThru) await WriteObjectsAsync(copied.Select(item => item.Destination), cancellationToken).ConfigureAwait(false);
    }

    private async Task AddAsync(ObjectSource source, CancellationToken cancellationToken)
    {
        source.RequireRecurse(Recurse, "copy");
        await foreach (var item in source.FindAsync(Lake, cancellationToken).ConfigureAwait(false))
        {
            source.RequireRecurse(Recurse, "copy", item);
            Try(() =>
            {
                if (source.IsNamed(item)) Plan.Add(item);
                else Plan.AddBelow(item, source.Folder.Length);
            }, item);
        }
    }
}
