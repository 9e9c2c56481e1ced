using System.Globalization;
using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Plans;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Publishing;

/// <summary>Publishes a plan step by step, with a journal. A failed step blocks only the steps that depend on it.</summary>
/// <param name="reader">Reads the lake and has the stores.</param>
/// <param name="journalStore">The store of the journal.</param>
/// <param name="principal">The principal that publishes.</param>
/// <param name="pause">Waits between attempts to read a change.</param>
internal sealed class Publisher(StateReader reader, IJournalStore journalStore, string principal, RetryPause pause)
{
    private const int Attempts = 4;

    private readonly Journal _journal = new(journalStore);

    public async Task<LakePublication> PublishAsync(LakePlan plan, IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        var steps = plan.Steps.Where(step => step.Action != PlanAction.Keep).ToList();
        var isWhole = plan.Unrestored is not { Count: > 0 };
        if (steps.Count == 0)
        {
            return new LakePublication
            {
                Name = plan.Name,
                PublicationStatus = isWhole ? PublicationStatus.Unchanged : PublicationStatus.Incomplete,
                NotRestorable = plan.NotRestorable,
                JournalPath = journalStore.Location,
            };
        }

        var (entry, version) = await _journal.BeginAsync(plan, plan.Lost, principal, cancellationToken).ConfigureAwait(false);
        var results = new List<LakePlanChange>();
        await ApplyAllAsync(steps).ConfigureAwait(false);
        var (after, left) = await ReadAfterAsync(plan, IsDone(), progress, cancellationToken).ConfigureAwait(false);
        if (IsDone() && left.Where(step => IsOfDefault(step, plan)).ToList() is { Count: > 0 } defaults)
        {
            await ApplyAllAsync(defaults).ConfigureAwait(false);
            (after, left) = await ReadAfterAsync(plan, IsDone(), progress, cancellationToken).ConfigureAwait(false);
        }

        var isDone = IsDone();
        var status = !isDone ? PublicationStatus.Failed
            : isWhole && left.Count == 0 ? PublicationStatus.Done : PublicationStatus.Incomplete;
        await _journal.EndAsync(entry, status, after, cancellationToken).ConfigureAwait(false);
        return new LakePublication
        {
            Name = plan.Name,
            Version = version,
            PublicationStatus = status,
            Changes = results,
            NotRestorable = plan.NotRestorable,
            LeftOut = isDone ? [.. left.Select(step => PlanWords.Of(step).Reason)] : [],
            JournalPath = journalStore.Location,
        };

        bool IsDone() => results.TrueForAll(change => change.ChangeState == ChangeState.Done);

        async Task ApplyAllAsync(List<StateChange> some)
        {
            var (failed, before) = (new FailedSteps(some), results.Count);
            foreach (var run in Runs(some))
            {
                cancellationToken.ThrowIfCancellationRequested();
                void Say(int index)
                {
                    var count = results.Count - before + index;
                    var numbers = string.Create(CultureInfo.InvariantCulture, $"{count:N0} of {some.Count:N0}");
                    progress?.Report(new LakeProgress(
                        "Publishing " + plan.Name, $"{numbers}: {PlanWords.Of(run[index]).Reason}", count, some.Count));
                }

                Say(0);
                var done = await ApplyAsync(run, plan, failed, Say, cancellationToken).ConfigureAwait(false);
                results.AddRange(done);
                await _journal.NoteAsync(entry, done, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // The service grants what is new to IAM_ALLOWED_PRINCIPALS, if that is the default of the lake or of the database.
    private static bool IsOfDefault(StateChange step, LakePlan plan) =>
        step.Item is { Key.Kind: StateKind.Grant, Principal: LakePrincipal.IamAllowedPrincipalsId, Resource: { } resource }
        && plan.Steps.Any(made => made is { Before: null, After: not null } && made.Item.Resource == resource);

    // A change may be visible only after a short time.
    private async Task<(LakeState After, IReadOnlyList<StateChange> Left)> ReadAfterAsync(LakePlan plan, bool isDone,
        IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        var (desired, owned) = (plan.Content.Desired, plan.Content.Owned);
        for (var attempt = 1; ; attempt++)
        {
            var after = await reader.ReadAsync(new StateScope(desired, owned), progress, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<StateChange> left =
                [.. StateComparer.Compare(after, desired, owned).Where(step => step.Action != PlanAction.Keep)];
            if (!isDone || attempt == Attempts || left.All(step => IsOfDefault(step, plan))) return (after, left);
            await pause.AfterAsync(attempt, cancellationToken).ConfigureAwait(false);
        }
    }

    // Grants are batched, twenty per call, and so are revokes. Other steps are made one by one.
    private static IEnumerable<List<StateChange>> Runs(List<StateChange> steps)
    {
        for (var index = 0; index < steps.Count;)
        {
            var first = steps[index];
            var count = 1;
            if (first.Item.Key.Kind == StateKind.Grant)
                while (index + count < steps.Count && steps[index + count].Item.Key.Kind == StateKind.Grant
                    && IsRemoval(steps[index + count]) == IsRemoval(first)) count++;
            yield return steps.GetRange(index, count);
            index += count;
        }
    }

    private static bool IsRemoval(StateChange step) => step.Action == PlanAction.Remove;

    private async Task<List<LakePlanChange>> ApplyAsync(List<StateChange> run, LakePlan plan, FailedSteps failed, Action<int> say,
        CancellationToken cancellationToken)
    {
        var results = new List<LakePlanChange>();
        var ready = new List<StateChange>();
        foreach (var step in run)
        {
            if (failed.Blocks(step) is { } missing)
            {
                failed.Add(step);
                results.Add(PlanWords.Of(step) with { ChangeState = ChangeState.Blocked, Error = $"{missing} failed." });
            }
            else
            {
                ready.Add(step);
            }
        }

        if (ready.Count == 0) return results;
        if (ready[0].Item.Key.Kind == StateKind.Grant)
        {
            var store = (GrantState)reader.Stores.First(store => store.Kind == StateKind.Grant);
            await foreach (var (step, error) in store.ApplyAsync(ready, say, cancellationToken).ConfigureAwait(false))
                results.Add(Result(step, error, failed));
            return results;
        }

        foreach (var step in ready)
        {
            LakeException? error = null;
            try
            {
                await reader.Stores.First(store => store.Kind == step.Item.Key.Kind).ApplyAsync(step, cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is LakeException || SdkErrors.CanTranslate(exception))
            {
                error = exception as LakeException ?? SdkErrors.Translate(exception, PlanWords.Short(step), step.Item.Key.ToString());
                if (error.EndsPipeline) throw error;
                if (SdkTries.MayBeOurs(exception) && await IsDoneAsync(step, plan, cancellationToken).ConfigureAwait(false)) error = null;
            }

            results.Add(Result(step, error, failed));
        }

        return results;
    }

    // If a response was lost and the retry of the SDK was refused, the step may be done.
    private async Task<bool> IsDoneAsync(StateChange step, LakePlan plan, CancellationToken cancellationToken)
    {
        var state = await reader.ReadAsync(new StateScope(plan.Content.Desired, plan.Content.Owned), null, cancellationToken)
            .ConfigureAwait(false);
        var found = state.Items.FirstOrDefault(item => item.Key == step.Item.Key);
        if (step.After is null || found is null) return step.After is null && found is null;
        return step.Set.All(fact => found.Facts.GetValueOrDefault(fact.Key) == fact.Value) && !step.Unset.Any(found.Facts.ContainsKey);
    }

    private static LakePlanChange Result(StateChange step, LakeException? error, FailedSteps failed)
    {
        if (error is null) return PlanWords.Of(step) with { ChangeState = ChangeState.Done };
        failed.Add(step);
        return PlanWords.Of(step) with { ChangeState = ChangeState.Failed, Error = error.Message };
    }
}
