using System.Management.Automation;
using LakeTools.Core.Objects;
using LakeTools.Rules.Names;

namespace LakeTools.Cmdlets.Objects;

/// <summary>
/// <para type="synopsis">Creates a bucket in S3.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakeBucket", SupportsShouldProcess = true)]
[OutputType(typeof(LakeBucket))]
public sealed class NewLakeBucketCommand : LakeCmdlet
{
    /// <summary>The bucket's name. All accounts share one space of names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Bucket", "BucketName")]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
        {
            await TryAsync(async () =>
            {
                BucketName.CheckNew(name);
                if (ShouldProcess(name, "Create bucket"))
                    WriteObject(await Buckets.CreateAsync(Lake, name, cancellationToken).ConfigureAwait(false));
            }, name).ConfigureAwait(false);
        }
    }
}
