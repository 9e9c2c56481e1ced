using System.Management.Automation;
using LakeTools.Core.Jobs;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>
/// <para type="synopsis">Shows runs of a Glue job, the latest first.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeGlueJobRun")]
[OutputType(typeof(LakeJobRun))]
public sealed class GetLakeGlueJobRunCommand : LakeCmdlet
{
    /// <summary>The job's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    public string JobName { get; set; } = "";

    /// <summary>One run's id. Default: all of the job's runs.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("RunId", "JobRunId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobRunIdCompleter))]
    public string? Id { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var jobs = new JobService(Lake);
        if (Id is null) await WriteAllAsync(jobs.GetRunsAsync(JobName, cancellationToken)).ConfigureAwait(false);
        else WriteObject(await jobs.GetRunAsync(JobName, Id, cancellationToken).ConfigureAwait(false));
    }, Id ?? JobName);
}
