using System.Management.Automation;
using LakeTools.Cmdlets.Jobs;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Finds triggers.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeGlueTrigger")]
[OutputType(typeof(LakeGlueTrigger))]
public sealed class GetLakeGlueTriggerCommand : LakeCmdlet
{
    /// <summary>A name, or a pattern of names. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(GlueTriggerNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Only those that start this job.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    public string? JobName { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
            await TryAsync(() => WriteAllAsync(new TriggerService(Lake).FindAsync(name, JobName, cancellationToken)),
                Names.Literal(name) ?? name).ConfigureAwait(false);
    }
}
