using System.Management.Automation;
using LakeTools.Core.Jobs;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>
/// <para type="synopsis">Waits for the end of a job run; one that fails is an error.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Wait, "LakeGlueJobRun")]
[OutputType(typeof(LakeJobRun))]
public sealed class WaitLakeGlueJobRunCommand : JobRunCmdlet
{
    /// <summary>The maximum number of seconds to wait. Default: no limit.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? TimeoutSeconds { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var run = await RunAsync(cancellationToken).ConfigureAwait(false);
        using var progress = Progress();
        TimeSpan? timeout = TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        WriteObject(await new JobWaiter(Lake).WaitAsync(run, timeout, progress, cancellationToken).ConfigureAwait(false));
    }, Id ?? JobName);
}
