using System.Management.Automation;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Turns a trigger on; one on demand starts its jobs at once.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "LakeGlueTrigger", SupportsShouldProcess = true)]
[OutputType(typeof(LakeGlueTrigger))]
public sealed class StartLakeGlueTriggerCommand : LakeCmdlet
{
    /// <summary>The trigger's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GlueTriggerNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
        {
            if (!ShouldProcess(name, "Start the trigger")) continue;
            await TryAsync(async () =>
            {
                await WriteResultAsync(new TriggerService(Lake).StartAsync(name, cancellationToken)).ConfigureAwait(false);
            }, name).ConfigureAwait(false);
        }
    }
}
