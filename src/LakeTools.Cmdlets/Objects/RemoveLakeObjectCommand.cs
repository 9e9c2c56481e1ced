using System.Management.Automation;
using LakeTools.Core.Objects;

namespace LakeTools.Cmdlets.Objects;

/// <summary>
/// <para type="synopsis">Removes objects from S3.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeObject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ObjectSet)]
public sealed class RemoveLakeObjectCommand : ObjectSourceCmdlet, IForceable
{
    private readonly List<string> _keys = [];
    private string _bucket = "";
    private ObjectSource? _folder; // the last one that is meant

    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override string Verb => "remove";

    /// <inheritdoc/>
    protected override Task EndProcessingAsync(CancellationToken cancellationToken) => FlushAsync(cancellationToken);

    /// <inheritdoc/>
    private protected override async Task<bool> TakeAsync(LakeObject item, ObjectSource? source, CancellationToken cancellationToken)
    {
        if (source is null || source.HasWildcards || source.IsNamed(item))
        {
            if (ShouldProcess(item.Uri, "Remove object")) await AddAsync(item, cancellationToken).ConfigureAwait(false);
            return true;
        }

        if (!IsFolderMeant(source)) return false;
        await AddAsync(item, cancellationToken).ConfigureAwait(false);
        return true;
    }

    // Asked once a folder, and not for each object in it.
    private bool IsFolderMeant(ObjectSource folder)
    {
        if (ReferenceEquals(folder, _folder)) return true;
        if (!ShouldProcess(folder.Address, "Remove the folder and all objects in it")) return false;
        _folder = folder;
        return true;
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
