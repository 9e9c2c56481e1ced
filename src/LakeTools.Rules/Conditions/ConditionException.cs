namespace LakeTools.Rules.Conditions;

/// <summary>A text is no condition that this version can decide.</summary>
/// <param name="reason">The reason and the permitted text: whole sentences.</param>
/// <param name="position">The position of the error, counted from 1.</param>
public sealed class ConditionException(string reason, int position) : FormatException(reason)
{
    /// <summary>The position of the error in the text, counted from 1.</summary>
    public int Position => position;
}
