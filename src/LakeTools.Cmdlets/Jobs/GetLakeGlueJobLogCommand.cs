using System.Management.Automation;
using LakeTools.Core.Jobs;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>
/// <para type="synopsis">Reads what a job run has printed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeGlueJobLog")]
[OutputType(typeof(LakeLogEvent))]
public sealed class GetLakeGlueJobLogCommand : JobRunCmdlet
{
    /// <summary>Reads standard error instead of standard output.</summary>
    [Parameter]
    public SwitchParameter ErrorStream { get; set; }

    /// <summary>Goes on until the run has ended.</summary>
    [Parameter]
    public SwitchParameter Follow { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var run = await RunAsync(cancellationToken).ConfigureAwait(false);
        await WriteAllAsync(new JobLogService(Lake).ReadAsync(run, ErrorStream, Follow, cancellationToken)).ConfigureAwait(false);
    }, Id ?? JobName);
}
