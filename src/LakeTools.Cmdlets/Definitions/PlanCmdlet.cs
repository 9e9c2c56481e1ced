using System.Management.Automation;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>The base of the commands that carry a plan out.</summary>
public abstract class PlanCmdlet : DefinitionCmdlet
{
    /// <summary>
    /// Asks no question about what is lost, and takes away also what is refused otherwise: much of what is owned, the last
    /// administrator, or oneself.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Kinds of things that may go without a question, in any number. Table allows narrower types and other partition keys too.
    /// </summary>
    [Parameter]
    public StateKind[] AllowRemove { get; set; } = [];

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
        var consent = new PublishConsent(Force, AllowRemove, losses => AskAbout(plan, losses));
        if (await Service().PublishAsync(plan, consent, progress, cancellationToken).ConfigureAwait(false) is not { } done) return;
        foreach (var change in done.Changes.Where(change => change.Error is not null))
        {
            WriteFailure(Fault.PlanChangeFailed(change, change.Reason, change.Error));
        }

        WriteObject(done);
    }

    private bool? AskAbout(LakePlan plan, IReadOnlyList<string> losses) => Ask(() =>
    {
        if (!HostQuestions.CanAsk(Host)) return (bool?)null;
        try
        {
            // The base's, since this runs on the pipeline's thread already.
            return ((Cmdlet)this).ShouldContinue(
                string.Join(Environment.NewLine, losses.Select(loss => "  " + loss).Prepend("Going back cannot bring these back whole:")),
                $"Publishing {plan.Name} takes things away");
        }
        catch (Exception error) when (HostQuestions.IsRefusal(error))
        {
            return null;
        }
    });

    private static string What(LakePlan plan)
    {
        if (!plan.HasChanges) return $"{plan.Name}: nothing to do";
        var changes = plan.Changes.Where(change => change.Action != nameof(PlanAction.Keep));
        return string.Join(Environment.NewLine, changes.Select(change => "  " + change.Reason).Prepend(plan.ToString()));
    }
}
