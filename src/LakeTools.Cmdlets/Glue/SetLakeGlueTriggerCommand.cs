using System.Management.Automation;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Changes a trigger. Parameters that you omit are not changed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "LakeGlueTrigger", SupportsShouldProcess = true)]
[OutputType(typeof(LakeGlueTrigger))]
public sealed class SetLakeGlueTriggerCommand : GlueTriggerCmdlet
{
    /// <summary>The trigger's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GlueTriggerNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Returns the changed trigger.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
        {
            var change = Change(new TriggerChange { Name = name });
            if (!ShouldProcess(name, "Change the trigger")) continue;
            await TryAsync(async () =>
            {
                var changed = await new TriggerService(Lake).ChangeAsync(change, cancellationToken).ConfigureAwait(false);
                if (PassThru) WriteObject(await changed.ReadAsync(cancellationToken).ConfigureAwait(false));
            }, name).ConfigureAwait(false);
        }
    }
}
