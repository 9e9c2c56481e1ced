using System.Management.Automation;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Creates a trigger.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakeGlueTrigger", SupportsShouldProcess = true)]
[OutputType(typeof(LakeGlueTrigger))]
public sealed class NewLakeGlueTriggerCommand : GlueTriggerCmdlet
{
    /// <summary>The trigger's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>What starts it: a schedule, the end of jobs and crawlers, Start-LakeGlueTrigger, or events.</summary>
    [Parameter(Mandatory = true)]
    [ValidateSet("Scheduled", "Conditional", "OnDemand", "Event")]
    public string Type { get; set; } = "";

    /// <summary>The workflow that it is part of.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? WorkflowName { get; set; }

    /// <summary>Turns it on at once.</summary>
    [Parameter]
    public SwitchParameter StartOnCreation { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var change = Change(new TriggerChange
        {
            Name = Name,
            Type = GlueWords.Of(Type),
            WorkflowName = WorkflowName,
            StartOnCreation = StartOnCreation,
        });
        if (!ShouldProcess(Name, "Create the trigger")) return;
        await TryAsync(async () =>
        {
            WriteObject(await new TriggerService(Lake).CreateAsync(change, cancellationToken).ConfigureAwait(false));
        }, Name).ConfigureAwait(false);
    }
}
