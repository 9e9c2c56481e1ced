namespace LakeTools.Local.Identity;

/// <summary>The principal that signed a request.</summary>
/// <param name="PrincipalArn">The ARN that grants name: of the user, or of the role behind a session.</param>
/// <param name="SessionArn">The answer of GetCallerIdentity: the assumed-role ARN of a session, otherwise the principal's ARN.</param>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Scope">The scope of vended credentials. Null for users and role sessions.</param>
/// <param name="SessionPolicy">The policy that a session was given, which takes from it what it does not allow; null if
/// there is none.</param>
/// <param name="IsTemporary">True for keys that end.</param>
/// <param name="Tags">The session's tags; null for none.</param>
/// <param name="IsSessionToken">True for keys of GetSessionToken without MFA, which do nothing of IAM and little of STS.</param>
/// <param name="IsIntegrated">True for LakeTools' own reading and writing of tables in the process that opened the lake: it is to the
/// embedded lake what Athena is to AWS, a service that Lake Formation gives data to and that cuts columns and rows itself.</param>
internal sealed record Caller(
    string PrincipalArn,
    string SessionArn,
    string AccountId,
    VendedScope? Scope = null,
    string? SessionPolicy = null,
    bool IsTemporary = false,
    SessionTags? Tags = null,
    bool IsSessionToken = false,
    bool IsIntegrated = false)
{
    private const string Federated = ":federated-user/";

    /// <summary>Operations without a signature: a token in the request identifies the caller.</summary>
    public static Caller Unsigned(string accountId) => new("", "", accountId);

    /// <summary>Whether a session's ARN is one that GetFederationToken made.</summary>
    public static bool IsFederatedArn(string sessionArn) => sessionArn.Contains(Federated, StringComparison.Ordinal);
}
