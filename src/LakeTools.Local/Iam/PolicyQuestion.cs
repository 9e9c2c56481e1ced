namespace LakeTools.Local.Iam;

/// <summary>A question for the policies of IAM: may a principal do an action on a resource?</summary>
/// <param name="Action">Such as <c>sts:AssumeRole</c>.</param>
/// <param name="Resource">The ARN of what it is done with; null for a role's trust policy, which names none.</param>
internal sealed record PolicyQuestion(string Action, string? Resource)
{
    /// <summary>
    /// For policies that name principals: the names of who asks, which are ARNs, the account for its root, and the id of an identity
    /// provider. Null for the policies of a role, a user or a session, which name none.
    /// </summary>
    public IReadOnlyCollection<string>? Principals { get; init; }

    /// <summary>The kind of those names in a policy: <c>AWS</c> or <c>Federated</c>.</summary>
    public string PrincipalKind { get; init; } = "AWS";

    /// <summary>
    /// The values of the condition keys that are known; null for one of which it is known that the request has none. Comparisons with other
    /// keys cannot be decided.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Keys { get; init; } = new Dictionary<string, string?>();
}
