using System.Management.Automation;
using LakeTools.Core.Jobs;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>
/// <para type="synopsis">Stops a job run.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Stop, "LakeGlueJobRun", SupportsShouldProcess = true)]
[OutputType(typeof(LakeJobRun))]
public sealed class StopLakeGlueJobRunCommand : JobRunCmdlet
{
    /// <summary>Returns the run afterward.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var run = await RunAsync(cancellationToken).ConfigureAwait(false);
        if (!ShouldProcess($"{run.JobName} {run.Id}", "Stop the run")) return;
        var stopped = await new JobService(Lake).StopAsync(run.JobName, run.Id, cancellationToken).ConfigureAwait(false);
        if (PassThru) WriteObject(await stopped.ReadAsync(cancellationToken).ConfigureAwait(false));
    }, Id ?? JobName);
}
