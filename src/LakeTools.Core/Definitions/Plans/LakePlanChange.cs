using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>One change of a plan, and where it stands once the plan is published.</summary>
public sealed record LakePlanChange
{
    /// <summary>Create, Change, Remove or Keep.</summary>
    public string Action => PlanAction.ToString();

    /// <summary>The kind of the resource: a name of <see cref="Core.Definitions.States.StateKind"/>.</summary>
    public string Kind => StateKind.ToString();

    /// <summary>The resource.</summary>
    public required string Target { get; init; }

    /// <summary>The facts that change, as they are; null if the resource is made.</summary>
    public IReadOnlyDictionary<string, string>? Before { get; init => field = Listed.Of(value); }

    /// <summary>The facts that change, as they will be; null if the resource is removed.</summary>
    public IReadOnlyDictionary<string, string>? After { get; init => field = Listed.Of(value); }

    /// <summary>In words, what it does.</summary>
    public required string Reason { get; init; }

    /// <summary>Planned, Done, Failed or Blocked (something that it needs failed).</summary>
    public string State => ChangeState.ToString();

    /// <summary>Why it failed.</summary>
    public string? Error { get; init; }

    internal PlanAction PlanAction { get; init; }

    internal StateKind StateKind { get; init; }

    internal ChangeState ChangeState { get; init; }

    /// <summary>Shows it as a line.</summary>
    /// <returns>The reason.</returns>
    public override string ToString() => Reason;
}
