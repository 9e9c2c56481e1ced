using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.States;

/// <summary>The items that a definition may remove. Nothing else is removed.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="IsExact">True to remove facts of every kind, as a restore does. Otherwise only parts are removed:
/// permissions, values, tags.</param>
public sealed record Ownership(IReadOnlyList<OwnedThing> Rules, bool IsExact = false)
{
    private static readonly HashSet<StateKind> s_ofParts =
        [StateKind.Tag, StateKind.TagAssignment, StateKind.TagExpression, StateKind.DataFilter, StateKind.Grant];

    private static readonly string[] s_policies = ["policy.", "managed."];

    /// <summary>Grants that may be removed although no rule names them.</summary>
    public IReadOnlySet<StateKey> Grants { get; init; } = new HashSet<StateKey>();

    /// <summary>Nothing.</summary>
    public static Ownership None { get; } = new([]);

    /// <summary>
    /// The prefixes of facts of which the desired ones are the complete list for an owned item: the policies of a
    /// role.
    /// </summary>
    /// <param name="item">The resource.</param>
    /// <returns>The prefixes. None for other items.</returns>
    public IReadOnlyList<string> PartsOf(StateItem item) => item.Key.Kind == StateKind.Role && Owns(item) ? s_policies : [];

    /// <summary>Whether an item may be removed.</summary>
    /// <param name="item">The resource.</param>
    /// <returns>True if a rule names it, or it is one of the grants.</returns>
    public bool Owns(StateItem item) => Rules.Any(rule => rule.Names(item)) || Grants.Contains(item.Key);

    /// <summary>Whether an item of a kind may be removed.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>True if a rule can name one, or one is among the grants.</returns>
    public bool MayOwn(StateKind kind) =>
        Rules.Any(rule => rule.MayName(kind)) || (kind == StateKind.Grant && Grants.Count > 0);

    /// <summary>Whether a fact of an item that is kept may be removed.</summary>
    /// <param name="item">The resource.</param>
    /// <returns>True if it may.</returns>
    public bool OwnsFacts(StateItem item) =>
        ((IsExact && item.Key.Kind is not (StateKind.Partition or StateKind.ColumnStatistics)) || s_ofParts.Contains(item.Key.Kind))
        && Owns(item);
}
