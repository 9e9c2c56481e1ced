using LakeTools.Core.Definitions.States;

namespace LakeTools.Core.Definitions.Publishing;

/// <summary>The removals that the user has agreed to.</summary>
/// <param name="Force">True for everything.</param>
/// <param name="Kinds">Kinds of items that may be removed.</param>
/// <param name="Ask">Asks about the rest, given the list of losses. True to continue, false to change nothing,
/// null if there is no user to ask. Null to not ask.</param>
public sealed record PublishConsent(bool Force, IReadOnlyCollection<StateKind> Kinds, Func<IReadOnlyList<string>, bool?>? Ask = null)
{
    /// <summary>Everything may go.</summary>
    public static PublishConsent All { get; } = new(Force: true, []);

    /// <summary>Whether items of a kind may be removed without a prompt.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>True if they may.</returns>
    public bool Covers(StateKind kind) => Force || Kinds.Contains(kind);
}
