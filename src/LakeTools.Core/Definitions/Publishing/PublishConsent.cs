using LakeTools.Core.Definitions.States;

namespace LakeTools.Core.Definitions.Publishing;

/// <summary>What somebody has agreed to lose.</summary>
/// <param name="Force">True for everything.</param>
/// <param name="Kinds">Kinds of things that may go.</param>
/// <param name="Ask">Asks about what neither covers, given the list of what is lost: true to go on, false to leave everything as it is,
/// null where nobody can be asked. Null for no question.</param>
public sealed record PublishConsent(bool Force, IReadOnlyCollection<StateKind> Kinds, Func<IReadOnlyList<string>, bool?>? Ask = null)
{
    /// <summary>Everything may go.</summary>
    public static PublishConsent All { get; } = new(Force: true, []);

    /// <summary>Whether things of a kind may go without a question.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>True where they may.</returns>
    public bool Covers(StateKind kind) => Force || Kinds.Contains(kind);
}
