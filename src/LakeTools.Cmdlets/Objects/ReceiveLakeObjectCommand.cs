using System.Management.Automation;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Objects;

/// <summary>
/// <para type="synopsis">Receives objects from S3 as files.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Receive, "LakeObject", SupportsShouldProcess = true, DefaultParameterSetName = ObjectSet)]
[OutputType(typeof(FileInfo))]
public sealed class ReceiveLakeObjectCommand : TransferCmdlet
{
    private const string ObjectSet = "Object";
    private const string UriSet = "Uri";
    private const string LiteralUriSet = "LiteralUri";

    private DownloadPlan? _plan;

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

    /// <summary>A folder, or a file for one object. Default: the current folder.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ".";

    /// <summary>Receives what is in folders, and in folders within.</summary>
    [Parameter(ParameterSetName = UriSet)]
    [Parameter(ParameterSetName = LiteralUriSet)]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Leaves files alone that are there already.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Emits the files.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private DownloadPlan Plan => _plan ??= new DownloadPlan(FullPath(Destination), Destination is [.., '/' or '\\']);

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (InputObject is { } item) Try(() => Plan.Add(item), item);
        foreach (var uri in Uri.Concat(LiteralUri))
        {
            await TryAsync(() => AddAsync(new ObjectSource(uri, ParameterSetName == LiteralUriSet), cancellationToken), uri)
                .ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        var items = new List<DownloadItem>();
        foreach (var item in Plan.Items)
        {
            if (NoClobber && File.Exists(item.Path))
                WriteFailure(Fault.FileExists(item.Path));
            else if (ShouldProcess(item.Path, $"Receive {item.Source.Uri}"))
                items.Add(item);
        }

        if (items.Count == 0) return;
        using var progress = Progress();
        var options = new TransferOptions();
        var activity = items.Count == 1 ? $"Receiving {System.IO.Path.GetFileName(items[0].Path)}" : $"Receiving {items.Count} objects";
        using var download = new ObjectDownload(Lake, options, activity, items.Sum(item => item.Source.Size), progress);
        var received = await CarryAsync(items, options, item => item.Source, download.ReceiveAsync, cancellationToken)
            .ConfigureAwait(false);
        if (!PassThru) return;
        foreach (var item in received) WriteObject(new FileInfo(item.Path));
    }

    private async Task AddAsync(ObjectSource source, CancellationToken cancellationToken)
    {
        source.RequireRecurse(Recurse, "receive");
        await foreach (var item in source.FindAsync(Lake, cancellationToken).ConfigureAwait(false))
        {
            source.RequireRecurse(Recurse, "receive", item);
            Try(() =>
            {
                if (source.IsNamed(item)) Plan.Add(item);
                else Plan.AddBelow(item, source.Folder.Length);
            }, item);
        }
    }
}
