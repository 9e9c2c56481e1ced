using System.Management.Automation;
using LakeTools.Core.Jobs;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>
/// <para type="synopsis">Finds Glue jobs.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeGlueJob")]
[OutputType(typeof(LakeJob))]
public sealed class GetLakeGlueJobCommand : LakeCmdlet
{
    /// <summary>A name, or a pattern of names. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JobName")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Reads the tags too, with one more call for each job.</summary>
    [Parameter]
    public SwitchParameter IncludeTag { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
            await TryAsync(() => WriteAllAsync(new JobService(Lake).FindAsync(name, IncludeTag, cancellationToken)),
                Names.Literal(name) ?? name).ConfigureAwait(false);
    }
}
