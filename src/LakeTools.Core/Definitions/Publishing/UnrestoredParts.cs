using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Plans;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Permissions;

namespace LakeTools.Core.Definitions.Publishing;

/// <summary>What a restore cannot create again.</summary>
internal static class UnrestoredParts
{
    /// <summary>
    /// What the journal lists as lost of items that are created or changed again, and partitions that no publish removed.
    /// </summary>
    /// <param name="plan">The plan of the restore.</param>
    /// <param name="later">The records after the version that is restored.</param>
    /// <returns>Parts of sentences.</returns>
    public static IEnumerable<string> Of(LakePlan plan, IReadOnlyList<JournalRecord> later)
    {
        foreach (var step in plan.Steps.Where(step => step.After is not null && step.Action != PlanAction.Keep))
        {
            var key = step.Item.Key;
            foreach (var (_, text) in later.SelectMany(entry => entry.Gone).Where(gone => gone.Of == key)) yield return text;
            if (step.Before is null && key.Kind == StateKind.Table && step.Item.Facts.ContainsKey(TableFacts.Partitions)
                && !later.Any(entry => entry.Removed(key) || entry.Kept.Any(item => item.Key == key with { Kind = StateKind.Partition })))
                yield return $"the partitions of table {key.Id}: it was removed without a publish, so the journal does not have them. "
                    + $"Sync-GluePartition {Parameters(step)} creates those that have files in S3";
        }
    }

    // A definition has tables of the lake's catalog only.
    private static string Parameters(StateChange step) => GrantCommand.Parameters(step.Item.Resource!, step.Item.Resource!.CatalogId!);
}
