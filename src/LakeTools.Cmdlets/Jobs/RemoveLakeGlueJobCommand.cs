using System.Management.Automation;
using LakeTools.Core.Jobs;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>
/// <para type="synopsis">Removes a Glue job and its runs' records.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeGlueJob", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveLakeGlueJobCommand : LakeCmdlet, IForceable
{
    /// <summary>The job's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
        {
            if (!ShouldProcess(name, "Remove the job")) continue;
            await TryAsync(() => new JobService(Lake).RemoveAsync(name, cancellationToken), name).ConfigureAwait(false);
        }
    }
}
