using System.Management.Automation;
using LakeTools.Core.Jobs;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>The base of cmdlets about one run of a job: it finds the run.</summary>
public abstract class JobRunCmdlet : LakeCmdlet
{
    /// <summary>The job's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    public string JobName { get; set; } = "";

    /// <summary>The run's id. Default: the job's latest run.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("RunId", "JobRunId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobRunIdCompleter))]
    public string? Id { get; set; }

    /// <summary>The run that is meant.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The run.</returns>
    protected Task<LakeJobRun> RunAsync(CancellationToken cancellationToken)
    {
        var jobs = new Core.Jobs.JobService(Lake);
        return Id is null ? jobs.GetLatestRunAsync(JobName, cancellationToken) : jobs.GetRunAsync(JobName, Id, cancellationToken);
    }
}
