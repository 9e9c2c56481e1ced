namespace LakeTools.Rules.Conditions;

/// <summary>The tags of a user, a role or a session, as far as they are known.</summary>
public sealed class PrincipalTags
{
    private PrincipalTags(IReadOnlyDictionary<string, string>? values, string? whyUnknown) =>
        (Values, WhyUnknown) = (values, whyUnknown);

    /// <summary>No tags.</summary>
    public static PrincipalTags None { get; } = Of([]);

    /// <summary>Values by key, letter case as it is; null if they are not known.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; }

    /// <summary>Why they are not known, as a sentence; null if they are.</summary>
    public string? WhyUnknown { get; }

    /// <summary>Tags that are known.</summary>
    /// <param name="tags">Keys with values. IAM does not tell keys apart by letter case: of such, the last one holds.</param>
    /// <returns>The tags.</returns>
    public static PrincipalTags Of(IEnumerable<KeyValuePair<string, string>> tags)
    {
        // A session's tag takes the place of the role's with the same key (IAM user guide, passing session tags in AWS STS).
        var values = new Dictionary<string, (string Key, string Value)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in tags) values[key] = (key, value);
        return new PrincipalTags(values.Values.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal), null);
    }

    /// <summary>Tags that could not be read.</summary>
    /// <param name="why">Why, as a sentence that says what to do.</param>
    /// <returns>Tags without values.</returns>
    public static PrincipalTags NotKnown(string why) => new(null, why);
}
