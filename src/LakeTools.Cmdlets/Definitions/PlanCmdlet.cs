using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Host;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>The base of the commands that carry a plan out.</summary>
public abstract class PlanCmdlet : DefinitionCmdlet
{
    /// <summary>
    /// Asks no question about what is lost, and removes also what is refused otherwise: much of what is owned, the last
    /// administrator, or oneself.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Kinds of things that may go without a question, in any number. Table allows narrower types and other partition keys too.
    /// </summary>
    [Parameter]
    [EnumWord(typeof(StateKind[]))]
    public StateKind[] AllowRemove { get; set; } = [];

    // The maximum age of a fresh plan. A prompt can take longer.
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(10);

    /// <summary>Whether the command itself made the plan.</summary>
    private protected abstract bool IsFresh { get; }

    /// <summary>The plan.</summary>
    private protected abstract Task<LakePlan> PlanAsync(DefinitionService service, IProgress<Core.LakeProgress> progress,
        CancellationToken cancellationToken);

    /// <summary>The steps that the command did not take, although all changes were made.</summary>
    private protected virtual IEnumerable<string> NotDone(LakePublication done) => [];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        using var progress = Progress();
        var service = Service();
        var plan = await PlanAsync(service, progress, cancellationToken).ConfigureAwait(false);
        Tell(() =>
        {
            foreach (var change in plan.Changes.Where(change => change.Action != nameof(PlanAction.Keep))) WriteVerbose(change.Reason);
        });
        var made = Stopwatch.StartNew();
        if (!IsAgreed(plan)) return;
        var consent = new PublishConsent(Force, AllowRemove, losses => AskAbout(plan, losses));
        if (plan.HasChanges && JournalPath is null && JournalPlace.IsPassing(Lake, Environment.GetEnvironmentVariable))
            WriteWarning($"This seems to be a CI runner, whose folders are deleted after the run: the history of {plan.Name} is lost. "
                + "To keep it, use -JournalPath s3://bucket/prefix.");
        var done = await service.PublishAsync(plan, IsFresh && made.Elapsed < s_fresh, consent, progress, cancellationToken)
            .ConfigureAwait(false);
        if (done is null) return;
        foreach (var change in done.Changes.Where(change => change.Error is not null))
        {
            WriteFailure(Fault.PlanChangeFailed(change, change.Reason, change.Error));
        }

        foreach (var text in done.LeftOut) WriteWarning($"{done.Name} does not match the definition: {text}.");
        foreach (var text in NotDone(done)) WriteWarning(text);
        WriteObject(done);
    }

    private bool? AskAbout(LakePlan plan, IReadOnlyList<string> losses) => Ask(() =>
    {
        if (!HostQuestions.CanAsk(Host)) return (bool?)null;
        try
        {
            // Enter is no consent: ShouldContinue would take it for one.
            var lines = losses.Select(loss => "  " + PlainLine.Of(loss)).Prepend("A restore cannot recover these completely:");
            return Host.UI.PromptForChoice(
                $"Publishing {PlainLine.Of(plan.Name)} removes resources",
                string.Join(Environment.NewLine, lines),
                [new ChoiceDescription("&Yes", "Publish the plan."), new ChoiceDescription("&No", "Do not change the lake.")],
                defaultChoice: 1) == 0;
        }
        catch (Exception error) when (HostQuestions.IsRefusal(error))
        {
            return null;
        }
    });

    // The base's, because the text has colours of its own and nothing else that steers a terminal.
    private bool IsAgreed(LakePlan plan) => Ask(() =>
    {
        var text = plan.HasChanges ? plan.ToText() : $"{plan.Name}: no changes";
        var shown = PlanColours.Of(text, SessionState.PSVariable.GetValue("PSStyle"), Host.UI.SupportsVirtualTerminal);
        return HostQuestions.Confirm(this, () => ((Cmdlet)this).ShouldProcess($"Publish {shown}", shown, $"Publish {plan.Name}"));
    });
}
