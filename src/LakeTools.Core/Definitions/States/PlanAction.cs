namespace LakeTools.Core.Definitions.States;

/// <summary>What a plan does with a thing.</summary>
public enum PlanAction
{
    /// <summary>It is made.</summary>
    Create,

    /// <summary>The item exists, and some of its facts change.</summary>
    Change,

    /// <summary>The item, or some of its parts, is removed.</summary>
    Remove,

    /// <summary>It is as it should be.</summary>
    Keep,
}
