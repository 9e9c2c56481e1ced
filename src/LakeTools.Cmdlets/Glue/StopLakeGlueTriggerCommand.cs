using System.Management.Automation;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Turns a trigger off.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Stop, "LakeGlueTrigger", SupportsShouldProcess = true)]
[OutputType(typeof(LakeGlueTrigger))]
public sealed class StopLakeGlueTriggerCommand : LakeCmdlet
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
            if (!ShouldProcess(name, "Stop the trigger")) continue;
            await TryAsync(async () =>
            {
                await WriteResultAsync(new TriggerService(Lake).StopAsync(name, cancellationToken)).ConfigureAwait(false);
            }, name).ConfigureAwait(false);
        }
    }
}
