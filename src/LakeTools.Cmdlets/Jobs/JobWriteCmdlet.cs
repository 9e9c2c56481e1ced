using System.Collections;
using System.Management.Automation;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>The base of the commands that make or change a job.</summary>
public abstract class JobWriteCmdlet : JobCmdlet
{
    /// <summary>Data processing units in place of workers: 0.0625 or 1 for pythonshell.</summary>
    [Parameter]
    [ValidateRange(0.0625, 10000)]
    public double? MaxCapacity { get; set; }

    /// <summary>Arguments that every run gets; names get their leading dashes. For Set-LakeGlueJob, $null takes one away.</summary>
    [Parameter]
    public Hashtable? DefaultArgument { get; set; }

    /// <summary>Tags: <c>@{ team = 'sales' }</c>. For Set-LakeGlueJob, $null takes one away.</summary>
    [Parameter]
    public Hashtable? Tag { get; set; }
}
