using System.Collections;
using System.Management.Automation;
using LakeTools.Cmdlets.Glue;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>The base of the commands that make or change a job.</summary>
public abstract class JobWriteCmdlet : JobCmdlet
{
    /// <summary>Data processing units in place of workers: 0.0625 or 1 for pythonshell.</summary>
    [Parameter]
    [InputProperty(Unless = [nameof(WorkerType), nameof(NumberOfWorkers)])]
    [ValidateRange(0.0625, 10000)]
    public double? MaxCapacity { get; set; }

    /// <summary>Arguments that every run gets; names get their leading dashes. For Set-LakeGlueJob, $null removes one.</summary>
    [Parameter]
    public Hashtable? DefaultArgument { get; set; }

    /// <summary>The Glue connections that runs use. For Set-LakeGlueJob, an empty list removes them.</summary>
    [Parameter]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(GlueConnectionNameCompleter))]
    public string[]? GlueConnectionName { get; set; }

    /// <summary>Flex for work that may wait for spare capacity, at a lower price.</summary>
    [Parameter]
    [ValidateSet("Standard", "Flex")]
    public string? ExecutionClass { get; set; }

    /// <summary>The security configuration. For Set-LakeGlueJob, an empty text removes it.</summary>
    [Parameter]
    [AllowEmptyString]
    [NotNullText]
    public string? SecurityConfiguration { get; set; }

    /// <summary>Arguments that no run overrides; names get their leading dashes. For Set-LakeGlueJob, $null removes one.</summary>
    [Parameter]
    public Hashtable? NonOverridableArgument { get; set; }

    /// <summary>Lets runs beyond the limits wait, and refuses none.</summary>
    [Parameter]
    public SwitchParameter JobRunQueuing { get; set; }

    /// <summary>Minutes after which Glue notifies of a run that has not ended.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? NotifyDelayMinutes { get; set; }

    /// <summary>
    /// When Glue may restart a streaming job: a day and an hour in UTC, such as Sun:23. For Set-LakeGlueJob, an empty text takes the
    /// window away.
    /// </summary>
    [Parameter]
    [AllowEmptyString]
    [NotNullText]
    [ValidatePattern("^((Sun|Mon|Tue|Wed|Thu|Fri|Sat):([01]?[0-9]|2[0-3]))?$")]
    public string? MaintenanceWindow { get; set; }

    /// <summary>Tags: <c>@{ team = 'sales' }</c>. For Set-LakeGlueJob, $null removes one.</summary>
    [Parameter]
    public Hashtable? Tag { get; set; }

    /// <summary>The execution class as Glue writes it.</summary>
    private protected string? GlueExecutionClass => ExecutionClass?.ToUpperInvariant();

    /// <summary>Whether runs wait; null if it was not said.</summary>
    private protected bool? WaitsInQueue =>
        IsGiven(nameof(JobRunQueuing)) ? JobRunQueuing.IsPresent : null;
}
