using System.Management.Automation;
using LakeTools.Core.Jobs.Properties;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>The base of the commands that say what a run of a job takes.</summary>
public abstract class JobCmdlet : LakeCmdlet
{
    /// <summary>The type of the workers.</summary>
    [Parameter]
    [InputProperty(Unless = [nameof(JobWriteCmdlet.MaxCapacity)])]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkerTypeCompleter))]
    public string? WorkerType { get; set; }

    /// <summary>How many workers.</summary>
    [Parameter]
    [InputProperty(Unless = [nameof(JobWriteCmdlet.MaxCapacity)])]
    [ValidateRange(1, JobLimits.MostWorkers)]
    public int? NumberOfWorkers { get; set; }

    /// <summary>Minutes after which a run is ended.</summary>
    [Parameter]
    [ValidateRange(1, JobLimits.LongestTimeout)]
    public int? Timeout { get; set; }

    /// <summary>Lets a secret's value are in the arguments, where everybody who may look at the job can read it.</summary>
    [Parameter]
    public SwitchParameter AllowPlaintextSecret { get; set; }
}
