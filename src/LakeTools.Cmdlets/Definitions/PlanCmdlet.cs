using System.Management.Automation;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>The base of the commands that carry a plan out.</summary>
public abstract class PlanCmdlet : DefinitionCmdlet
{
    /// <summary>Takes away also what is refused otherwise: most of the grants that are owned, the last administrator, or oneself.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The plan.</summary>
    private protected abstract Task<LakePlan> PlanAsync(IProgress<Core.LakeProgress> progress, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        using var progress = Progress();
        var plan = await PlanAsync(progress, cancellationToken).ConfigureAwait(false);
        foreach (var change in plan.Changes.Where(change => change.Action != nameof(PlanAction.Keep)))
            WriteVerbose(change.Reason);
        if (!ShouldProcess(What(plan), "Publish")) return;
        var done = await Service().PublishAsync(plan, Force, progress, cancellationToken).ConfigureAwait(false);
        foreach (var change in done.Changes.Where(change => change.Error is not null))
        {
            WriteFailure(Fault.PlanChangeFailed(change, change.Reason, change.Error));
        }

        WriteObject(done);
    }

    private static string What(LakePlan plan)
    {
        if (!plan.HasChanges) return $"{plan.Name}: nothing to do";
        var changes = plan.Changes.Where(change => change.Action != nameof(PlanAction.Keep));
        return string.Join(Environment.NewLine, changes.Select(change => "  " + change.Reason).Prepend(plan.ToString()));
    }
}
