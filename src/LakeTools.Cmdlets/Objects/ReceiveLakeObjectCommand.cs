using System.Management.Automation;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Objects;

/// <summary>
/// <para type="synopsis">Receives objects from S3 as files.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Receive, "LakeObject", SupportsShouldProcess = true, DefaultParameterSetName = ObjectSet)]
[OutputType(typeof(FileInfo))]
public sealed class ReceiveLakeObjectCommand : ObjectSourceCmdlet
{
    private DownloadPlan? _plan;

    /// <summary>A folder, or a file for one object. Default: the current folder.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ".";

    /// <summary>Leaves files alone that already exist.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Returns the files.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private DownloadPlan Plan => _plan ??= new DownloadPlan(FullPath(Destination), Destination is [.., '/' or '\\']);

    /// <inheritdoc/>
    private protected override string Verb => "receive";

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        var items = new List<DownloadItem>();
        foreach (var item in Plan.Items)
        {
            if (NoClobber && File.Exists(item.Path))
                WriteFailure(Fault.FileExists(item.Path));
            else if (ShouldProcess(item.Path, $"Download {item.Source.Uri}"))
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

    /// <inheritdoc/>
    private protected override Task<bool> TakeAsync(LakeObject item, ObjectSource? source, CancellationToken cancellationToken)
    {
        Try(() =>
        {
            if (source?.IsNamed(item) != false) Plan.Add(item);
            else Plan.AddBelow(item, source.Folder.Length);
        }, item);
        return Task.FromResult(true);
    }
}
