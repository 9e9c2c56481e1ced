namespace LakeTools.Core.Definitions.States;

/// <summary>The actions of a plan on a resource.</summary>
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
