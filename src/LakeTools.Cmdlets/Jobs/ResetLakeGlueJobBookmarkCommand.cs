using System.Management.Automation;
using LakeTools.Core.Jobs;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>
/// <para type="synopsis">Forgets what a job has worked on, so its next run begins at the beginning.</para>
/// </summary>
[Cmdlet(VerbsCommon.Reset, "LakeGlueJobBookmark", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(LakeJobBookmark))]
public sealed class ResetLakeGlueJobBookmarkCommand : LakeCmdlet
{
    /// <summary>The job's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    public string[] JobName { get; set; } = [];

    /// <summary>The run before which to begin again. Default: before the first.</summary>
    [Parameter(Position = 1)]
    [Alias("Id", "JobRunId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobRunIdCompleter))]
    public string? RunId { get; set; }

    /// <summary>Returns the bookmark afterward.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in JobName)
        {
            if (!ShouldProcess(name, "Reset the bookmark of the job")) continue;
            await TryAsync(async () =>
            {
                var bookmark = await new JobEditor(Lake).ResetBookmarkAsync(name, RunId, cancellationToken).ConfigureAwait(false);
                if (bookmark is null) WriteVerbose($"The job '{name}' has no bookmark.");
                else if (PassThru) WriteObject(bookmark);
            }, name).ConfigureAwait(false);
        }
    }
}
