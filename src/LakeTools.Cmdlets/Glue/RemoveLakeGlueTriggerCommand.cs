using System.Management.Automation;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Removes a trigger.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeGlueTrigger", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveLakeGlueTriggerCommand : LakeCmdlet, IForceable
{
    /// <summary>The trigger's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GlueTriggerNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
        {
            if (!ShouldProcess(name, "Remove the trigger")) continue;
            await TryAsync(() => new TriggerService(Lake).RemoveAsync(name, cancellationToken), name).ConfigureAwait(false);
        }
    }
}
