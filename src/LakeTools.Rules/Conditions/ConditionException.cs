namespace LakeTools.Rules.Conditions;

/// <summary>A text is no condition that this version can decide.</summary>
/// <param name="reason">What is wrong and what is allowed there: whole sentences.</param>
/// <param name="position">Where, counted from 1.</param>
public sealed class ConditionException(string reason, int position) : FormatException(reason)
{
    /// <summary>Where in the text it is wrong, counted from 1.</summary>
    public int Position => position;
}
