using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.States;

/// <summary>What a definition may take away. Nothing beyond it is ever removed.</summary>
/// <param name="Rules">Each names things.</param>
/// <param name="IsExact">True to take away facts of every kind, as going back to a recorded state does; else parts only:
/// permissions, values, tags.</param>
public sealed record Ownership(IReadOnlyList<OwnedThing> Rules, bool IsExact = false)
{
    private static readonly HashSet<StateKind> s_ofParts =
        [StateKind.Tag, StateKind.TagAssignment, StateKind.TagExpression, StateKind.DataFilter, StateKind.Grant];

    private static readonly string[] s_policies = ["policy.", "managed."];

    /// <summary>Nothing.</summary>
    public static Ownership None { get; } = new([]);

    /// <summary>
    /// What the facts begin with of which those that are wanted are all that there should be of a thing that is owned: the policies of a
    /// role.
    /// </summary>
    /// <param name="item">The thing.</param>
    /// <returns>The beginnings; none for other things.</returns>
    public IReadOnlyList<string> PartsOf(StateItem item) => item.Key.Kind == StateKind.Role && Owns(item) ? s_policies : [];

    /// <summary>Whether a thing may be taken away.</summary>
    /// <param name="item">The thing.</param>
    /// <returns>True where a rule names it.</returns>
    public bool Owns(StateItem item) => Rules.Any(rule => rule.Names(item));

    /// <summary>Whether a fact of a thing that stays may be taken away.</summary>
    /// <param name="item">The thing.</param>
    /// <returns>True where it may.</returns>
    public bool OwnsFacts(StateItem item) =>
        ((IsExact && item.Key.Kind is not (StateKind.Partition or StateKind.ColumnStatistics)) || s_ofParts.Contains(item.Key.Kind))
        && Owns(item);
}
