namespace LakeTools.Rules.Conditions;

/// <summary>
/// The text of a condition that is no expression which this version can keep: an answer of the service had more members than the
/// expression. The text is no Cedar, so that it cannot be met, and it is never sent.
/// </summary>
public static class UnknownCondition
{
    private const string Start = "unknown condition ";

    /// <summary>Makes the text.</summary>
    /// <param name="json">The condition as the service answered it.</param>
    /// <returns>The text.</returns>
    public static string Of(string json) => Start + json;

    /// <summary>Whether a condition is such a text.</summary>
    /// <param name="condition">The condition; null for none.</param>
    /// <returns>True if it is.</returns>
    public static bool Is(string? condition) => condition?.StartsWith(Start, StringComparison.Ordinal) == true;
}
