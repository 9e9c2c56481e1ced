using System.Management.Automation;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Creates a trigger.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakeGlueTrigger", SupportsShouldProcess = true)]
[OutputType(typeof(LakeGlueTrigger))]
public sealed class NewLakeGlueTriggerCommand : GlueTriggerCmdlet, IInputTaker
{
    /// <summary>The trigger's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The start condition: a schedule, the end of jobs and crawlers, Start-LakeGlueTrigger, or events.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [GlueWord]
    [ValidateSet("Scheduled", "Conditional", "OnDemand", "Event")]
    public string Type { get; set; } = "";

    /// <summary>The workflow that it is part of.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? WorkflowName { get; set; }

    /// <summary>Turns it on at once.</summary>
    [Parameter]
    public SwitchParameter StartOnCreation { get; set; }

    /// <summary>An object of Get-LakeGlueTrigger, or one with properties named as parameters. Sets those that are not typed.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The conditions of a piped trigger. Conditions that are typed take their place.</summary>
    [InputProperty(Unless = [nameof(AfterJobName), nameof(AfterCrawlerName), nameof(AfterState)])]
    private string[]? Condition { get; set; }

    IEnumerable<string> IInputTaker.NotTaken => InputObject?.BaseObject is LakeGlueTrigger trigger ? TriggerService.NotShown(trigger) : [];

    /// <inheritdoc/>
    object? IInputTaker.Read(string parameter, object value) => parameter != nameof(Any) || value is not string word ? value
        : word.Equals("ANY", StringComparison.OrdinalIgnoreCase) ? true
        : word.Equals("AND", StringComparison.OrdinalIgnoreCase) ? null : word;

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var change = Change(new TriggerChange
        {
            Name = Name,
            Type = GlueWords.Of(Type),
            WorkflowName = WorkflowName,
            StartOnCreation = StartOnCreation,
            Condition = Condition,
        });
        if (!ShouldProcess(Name, "Create the trigger")) return;
        await TryAsync(async () =>
        {
            await WriteResultAsync(new TriggerService(Lake).CreateAsync(change, cancellationToken)).ConfigureAwait(false);
        }, Name).ConfigureAwait(false);
    }
}
