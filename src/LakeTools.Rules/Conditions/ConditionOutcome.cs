namespace LakeTools.Rules.Conditions;

/// <summary>Whether a principal's tags meet a condition.</summary>
public enum ConditionOutcome
{
    /// <summary>The tags do not meet it, or Cedar cannot evaluate it with them: it then allows nothing.</summary>
    Unmet,

    /// <summary>The tags meet it.</summary>
    Met,

    /// <summary>The tags are not known, or the text is none that this version can decide. It allows nothing.</summary>
    Undecided,
}
