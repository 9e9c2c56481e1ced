namespace LakeTools.Rules.Conditions;

/// <summary>
/// The condition of a grant or an opt-in: a Cedar expression on the tags of the principal that asks (attribute-based access control).
/// </summary>
/// <remarks>
/// Sources: API reference, Condition (3,000 characters); developer guide, granting permissions using attribute-based access control
/// (hasTag, getTag, ==, &amp;&amp;; several values of a tag are joined with OR, several tags with AND), and its considerations (strings
/// only). The meaning of the operators and of errors is that of the Cedar policy language reference. That Lake Formation takes != and !
/// is not documented; they are Cedar's. All else of Cedar is refused here, because no page of Lake Formation has it. Whether the service
/// compares keys with regard to letter case is not documented either; Cedar does.
/// </remarks>
public sealed class PrincipalCondition
{
    /// <summary>The maximum number of characters in a condition (API reference).</summary>
    public const int LengthLimit = 3000;

    /// <summary>
    /// A principal with a tag of this key is opted in to Lake Formation on all resources (developer guide, attribute-based access control
    /// considerations).
    /// </summary>
    public const string OptedInTag = "AmazonDataZoneProject";

    private readonly ConditionExpression _expression;

    private PrincipalCondition(ConditionExpression expression) => _expression = expression;

    /// <summary>Reads a condition.</summary>
    /// <param name="text">The expression.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ConditionException">It is none that this version can decide.</exception>
    public static PrincipalCondition Parse(string text) => new(ConditionParser.Parse(text));

    /// <summary>Returns whether tags meet a condition that a service listed, whatever it is.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="tags">The principal's tags.</param>
    /// <param name="why">Why it is undecided, as a sentence; null if it is decided.</param>
    /// <returns>The outcome.</returns>
    public static ConditionOutcome Decide(string text, PrincipalTags tags, out string? why)
    {
        if (UnknownCondition.Is(text))
        {
            why = "This version of LakeTools does not know the condition.";
            return ConditionOutcome.Undecided;
        }

        why = tags.WhyUnknown;
        if (tags.Values is null) return ConditionOutcome.Undecided;
        try
        {
            return Parse(text).IsMetBy(tags.Values) ? ConditionOutcome.Met : ConditionOutcome.Unmet;
        }
        catch (ConditionException error)
        {
            why = $"LakeTools cannot decide the condition: {error.Message}";
            return ConditionOutcome.Undecided;
        }
    }

    /// <summary>Whether tags meet it. A condition that Cedar cannot evaluate, such as the value of an absent tag, allows nothing.</summary>
    /// <param name="tags">Values by key.</param>
    /// <returns>True if they do.</returns>
    public bool IsMetBy(IReadOnlyDictionary<string, string> tags) => _expression.Evaluate(tags) == true;
}
