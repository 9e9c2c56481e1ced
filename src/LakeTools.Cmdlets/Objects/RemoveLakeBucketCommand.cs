using System.Management.Automation;
using LakeTools.Core.Objects;
using LakeTools.Rules.Names;

namespace LakeTools.Cmdlets.Objects;

/// <summary>
/// <para type="synopsis">Removes a bucket from S3.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeBucket", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveLakeBucketCommand : LakeCmdlet, IForceable
{
    /// <summary>The bucket's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Bucket", "BucketName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BucketNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Removes the objects in the bucket first.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name) await TryAsync(() => RemoveAsync(name, cancellationToken), name).ConfigureAwait(false);
    }

    private async Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        BucketName.Check(name);
        if (!ShouldProcess(name, Recurse ? "Remove bucket and all objects in it" : "Remove bucket")) return;
        if (Recurse)
        {
            var keys = new List<string>();
            await foreach (var item in new ObjectSource($"s3://{name}/").FindAsync(Lake, cancellationToken).ConfigureAwait(false))
            {
                keys.Add(item.Key);
                if (keys.Count == ObjectRemoval.BatchSize) await RemoveBatchAsync(name, keys, cancellationToken).ConfigureAwait(false);
            }

            await RemoveBatchAsync(name, keys, cancellationToken).ConfigureAwait(false);
        }

        await Buckets.RemoveAsync(Lake, name, cancellationToken).ConfigureAwait(false);
    }

    private async Task RemoveBatchAsync(string bucket, List<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count > 0) await ObjectRemoval.RemoveAsync(Lake, bucket, keys, WriteFailure, cancellationToken).ConfigureAwait(false);
        keys.Clear();
    }
}
