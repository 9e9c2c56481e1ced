using System.Collections;
using System.Management.Automation;
using LakeTools.Core.Jobs;
using LakeTools.Core.Jobs.Properties;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>
/// <para type="synopsis">Starts a run of a Glue job; secrets reach it by reference, never as text.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "LakeGlueJob", SupportsShouldProcess = true)]
[OutputType(typeof(LakeJobRun))]
public sealed class StartLakeGlueJobCommand : JobCmdlet
{
    /// <summary>The job's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    public string Name { get; set; } = "";

    /// <summary>Arguments for this run; names get their leading dashes.</summary>
    [Parameter(Position = 1)]
    public Hashtable? Argument { get; set; }

    /// <summary>Arguments that name secrets: <c>@{ password = 'my-db#password' }</c>. The job gets ARN and key.</summary>
    [Parameter]
    public Hashtable? SecretArgument { get; set; }

    /// <summary>Waits for the end; a run that fails is an error.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var start = new JobStart
        {
            Name = Name,
            Arguments = ArgumentTable.Plain(Argument, AllowPlaintextSecret),
            SecretArguments = ArgumentTable.References(SecretArgument),
            WorkerType = WorkerTypes.Check(WorkerType),
            NumberOfWorkers = NumberOfWorkers,
            Timeout = Timeout,
        };
        if (!ShouldProcess(Name, "Start the job")) return;
        await TryAsync(async () =>
        {
            var started = await new JobService(Lake).StartAsync(start, AllowPlaintextSecret, cancellationToken).ConfigureAwait(false);
            var run = await started.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (Wait)
            {
                using var progress = Progress();
                run = await new JobWaiter(Lake).WaitAsync(run, null, progress, cancellationToken).ConfigureAwait(false);
            }

            WriteObject(run);
        }, Name).ConfigureAwait(false);
    }
}
