namespace LakeTools.Rules.Conditions;

/// <summary>A text of a condition: one that is written there, or the value of a tag.</summary>
/// <param name="Text">The text, or the tag's key.</param>
/// <param name="IsTag">True for <c>context.iam.principalTags.getTag("key")</c>.</param>
internal sealed record ConditionValue(string Text, bool IsTag)
{
    /// <summary>The text for a principal's tags; null if it has no such tag.</summary>
    /// <param name="tags">Values by key.</param>
    public string? Of(IReadOnlyDictionary<string, string> tags) => IsTag ? tags.GetValueOrDefault(Text) : Text;
}
