using System.Management.Automation;
using LakeTools.Core.Objects;

namespace LakeTools.Cmdlets.Objects;

/// <summary>
/// <para type="synopsis">Finds buckets in S3.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeBucket")]
[OutputType(typeof(LakeBucket))]
public sealed class GetLakeBucketCommand : LakeCmdlet
{
    /// <summary>A name, or a pattern of names. Default: all of the account.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Bucket", "BucketName")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(BucketNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
            await TryAsync(() => WriteAllAsync(Buckets.FindAsync(Lake, name, cancellationToken)), name).ConfigureAwait(false);
    }
}
