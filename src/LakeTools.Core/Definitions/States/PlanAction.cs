namespace LakeTools.Core.Definitions.States;

/// <summary>What a plan does with a thing.</summary>
public enum PlanAction
{
    /// <summary>It is made.</summary>
    Create,

    /// <summary>It is there, and some of its facts change.</summary>
    Change,

    /// <summary>It is taken away, or parts of it are that nothing asks for any more.</summary>
    Remove,

    /// <summary>It is as it should be.</summary>
    Keep,
}
