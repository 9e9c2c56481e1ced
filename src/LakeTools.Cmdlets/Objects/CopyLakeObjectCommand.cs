using System.Management.Automation;
using LakeTools.Core.Objects;
using LakeTools.Rules.Names;

namespace LakeTools.Cmdlets.Objects;

/// <summary>
/// <para type="synopsis">Copies objects within S3.</para>
/// </summary>
[Cmdlet(VerbsCommon.Copy, "LakeObject", SupportsShouldProcess = true, DefaultParameterSetName = ObjectSet)]
[OutputType(typeof(LakeObject))]
public sealed class CopyLakeObjectCommand : ObjectSourceCmdlet
{
    private CopyPlan? _plan;

    /// <summary>The destination: an object for one, or a folder that ends with a slash.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string Destination { get; set; } = "";

    /// <summary>Does not overwrite existing objects.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Returns the copies.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private CopyPlan Plan => _plan ??= new CopyPlan(S3Uri.Parse(Destination));

    /// <inheritdoc/>
    private protected override string Verb => "copy";

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        _ = Plan; // a destination that is none is one error, and not one for each object
        await base.ProcessRecordAsync(cancellationToken).ConfigureAwait(false);
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
