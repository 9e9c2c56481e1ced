namespace LakeTools.Rules.Conditions;

/// <summary>A condition, taken apart. True and false are Cedar's; null is an error of its evaluation.</summary>
internal abstract record ConditionExpression
{
    /// <summary>Evaluates the expression for a principal's tags.</summary>
    /// <param name="tags">Values by key.</param>
    /// <returns>Null if Cedar ends with an error.</returns>
    public abstract bool? Evaluate(IReadOnlyDictionary<string, string> tags);

    /// <summary><c>left || right</c>. The right side counts only where the left one is false.</summary>
    public sealed record Or(ConditionExpression Left, ConditionExpression Right) : ConditionExpression
    {
        public override bool? Evaluate(IReadOnlyDictionary<string, string> tags) =>
            Left.Evaluate(tags) is var left && left == false ? Right.Evaluate(tags) : left;
    }

    /// <summary><c>left &amp;&amp; right</c>. The right side counts only where the left one is true.</summary>
    public sealed record And(ConditionExpression Left, ConditionExpression Right) : ConditionExpression
    {
        public override bool? Evaluate(IReadOnlyDictionary<string, string> tags) =>
            Left.Evaluate(tags) is var left && left == true ? Right.Evaluate(tags) : left;
    }

    /// <summary><c>!operand</c>. An error stays an error, so what cannot be evaluated is not turned into true.</summary>
    public sealed record Not(ConditionExpression Operand) : ConditionExpression
    {
        public override bool? Evaluate(IReadOnlyDictionary<string, string> tags) => !Operand.Evaluate(tags);
    }

    /// <summary><c>context.iam.principalTags.hasTag("key")</c>.</summary>
    public sealed record HasTag(string Key) : ConditionExpression
    {
        public override bool? Evaluate(IReadOnlyDictionary<string, string> tags) => tags.ContainsKey(Key);
    }

    /// <summary><c>left == right</c> or <c>left != right</c>: an error where a side is a tag that is not there.</summary>
    public sealed record Compare(ConditionValue Left, ConditionValue Right, bool IsEqual) : ConditionExpression
    {
        public override bool? Evaluate(IReadOnlyDictionary<string, string> tags) =>
            Left.Of(tags) is { } left && Right.Of(tags) is { } right
                ? string.Equals(left, right, StringComparison.Ordinal) == IsEqual : null;
    }
}
