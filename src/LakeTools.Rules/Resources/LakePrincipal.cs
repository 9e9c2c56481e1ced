using System.Text.RegularExpressions;
using LakeTools.Rules.Errors;

namespace LakeTools.Rules.Resources;

/// <summary>
/// Somebody to whom Lake Formation grants. Grants are keyed by the identifier's text (API reference, GrantPermissions).
/// </summary>
/// <param name="Id">The identifier as the API takes it.</param>
/// <param name="Kind">Its form.</param>
/// <param name="AccountId">The account that it belongs to, where its form names one.</param>
public sealed record LakePrincipal(string Id, PrincipalKind Kind, string? AccountId)
{
    /// <summary>The identifier of the group whose grants leave the decision to IAM.</summary>
    public const string IamAllowedPrincipalsId = "IAM_ALLOWED_PRINCIPALS";

    private const int MaximumLength = 255;
    private const string Partition = "arn:aws(?:-[a-z]+)*";

    private static readonly (PrincipalKind Kind, Regex Form)[] s_forms =
    [
        Form(PrincipalKind.IamAllowedPrincipals, "IAM_ALLOWED_PRINCIPALS"),
        Form(PrincipalKind.Account, "(?<account>[0-9]{12})"),
        Form(PrincipalKind.AllIamPrincipals, "(?<account>[0-9]{12}):IAMPrincipals"),
        Form(PrincipalKind.User, Partition + @":iam::(?<account>[0-9]{12}):user/[\w+=,.@/-]+"),
        Form(PrincipalKind.Role, Partition + @":iam::(?<account>[0-9]{12}):role/[\w+=,.@/-]+"),
        Form(PrincipalKind.Saml, Partition + @":iam::(?<account>[0-9]{12}):saml-provider/[\w._-]+:(?:user|group)/.+"),
        Form(PrincipalKind.QuickSight, Partition + @":quicksight:[a-z0-9-]+:(?<account>[0-9]{12}):(?:user|group)/.+"),
        Form(PrincipalKind.IdentityCenter, Partition + @":identitystore:[a-z0-9-]*:(?<account>[0-9]{12})?:(?:user|group)/.+"),
        Form(PrincipalKind.Organization, Partition + @":organizations::(?<account>[0-9]{12}):organization/o-[a-z0-9]+"),
        Form(PrincipalKind.Organization, Partition + @":organizations::(?<account>[0-9]{12}):ou/o-[a-z0-9]+/ou-[a-z0-9-]+"),
    ];

    private static readonly Regex s_short = Whole(@"(?:role|user)/[\w+=,.@/-]+");
    private static readonly Regex s_session =
        Whole(@"(?<partition>" + Partition + @"):sts::(?<account>[0-9]{12}):assumed-role/(?<role>[\w+=,.@-]+)/.+");
    private static readonly Regex s_root = Whole(Partition + ":iam::(?<account>[0-9]{12}):root");
    private static readonly Regex s_group = Whole(Partition + ":iam::[0-9]{12}:group/.+");

    /// <summary>Returns whether the account must be known to complete a short form such as <c>role/analyst</c>.</summary>
    /// <param name="text">What was typed.</param>
    /// <returns>True for <c>role/name</c> and <c>user/name</c>.</returns>
    public static bool NeedsAccount(string text) => s_short.IsMatch(text);

    /// <summary>Reads a principal in any form of Lake Formation's, or <c>role/name</c> and <c>user/name</c>.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="accountId">The account for the short forms; null if it is not known.</param>
    /// <param name="partition">The partition for the short forms, such as <c>aws-cn</c>.</param>
    /// <returns>The principal.</returns>
    /// <exception cref="LakeException">InvalidPrincipal: the text has none of the forms.</exception>
    public static LakePrincipal Parse(string text, string? accountId = null, string partition = "aws") =>
        Read(text, accountId, partition, out var problem) ?? throw problem!;

    /// <summary>Reads an administrator: users and roles can be one (API reference, DataLakePrincipal).</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="accountId">The account for the short forms; null if it is not known.</param>
    /// <returns>The principal.</returns>
    /// <exception cref="LakeException">InvalidPrincipal: the text has none of the forms, or is no user and no role.</exception>
    public static LakePrincipal ParseAdministrator(string text, string? accountId) =>
        Parse(text, accountId) is { Kind: PrincipalKind.User or PrincipalKind.Role } principal
            ? principal : throw Fault.InvalidPrincipal(text, " Administrators are users and roles: specify the ARN of one.");

    /// <summary>Reads a principal in one of Lake Formation's own forms.</summary>
    /// <param name="id">The identifier.</param>
    /// <param name="principal">The principal.</param>
    /// <returns>True if it has one of the forms.</returns>
    public static bool TryParse(string id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out LakePrincipal? principal) =>
        (principal = Read(id, null, "aws", out _)) is not null;

    /// <summary>
    /// Says whether a session of STS, or another principal, is a principal of Lake Formation's. A session's ARN lacks the path of its role,
    /// whose name is unique in an account.
    /// </summary>
    internal static bool IsSame(string principalId, string callerArn)
    {
        if (principalId == callerArn) return true;
        return s_session.Match(callerArn) is { Success: true } session
            && principalId.StartsWith($"{session.Groups["partition"].Value}:iam::{session.Groups["account"].Value}:role/",
                StringComparison.Ordinal)
            && principalId.EndsWith("/" + session.Groups["role"].Value, StringComparison.Ordinal);
    }

    /// <summary>Reads a principal, and says what is wrong with a text that is none.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="accountId">The account for the short forms; null if it is not known.</param>
    /// <param name="partition">The partition for the short forms.</param>
    /// <param name="problem">The sentences of the error InvalidPrincipal; empty if the principal is good.</param>
    /// <returns>The principal, or null.</returns>
    internal static LakePrincipal? Read(string? text, string? accountId, string partition, out LakeException? problem)
    {
        problem = null;
        var id = text?.Trim() ?? "";
        if (s_short.IsMatch(id) && accountId is not null) id = $"arn:{partition}:iam::{accountId}:{id}";
        if (string.Equals(id, IamAllowedPrincipalsId, StringComparison.OrdinalIgnoreCase)) id = IamAllowedPrincipalsId;
        if (id.Length <= MaximumLength)
        {
            foreach (var (kind, form) in s_forms)
                if (form.Match(id) is { Success: true } match)
                    return new LakePrincipal(id, kind, match.Groups["account"] is { Success: true } account ? account.Value : null);
        }

        problem = Fault.InvalidPrincipal(text, Advice(id));
        return null;
    }

    /// <summary>Who a caller is to Lake Formation: of a session of a role, the role.</summary>
    /// <param name="arn">The ARN that STS names.</param>
    /// <returns>The ARN that grants name. A role's path, which a session does not tell, is not in it.</returns>
    internal static string OfCaller(string arn) => s_session.Match(arn) is { Success: true } session
        ? $"{session.Groups["partition"].Value}:iam::{session.Groups["account"].Value}:role/{session.Groups["role"].Value}"
        : arn;

    /// <inheritdoc/>
    public override string ToString() => Id;

    private static string Advice(string id)
    {
        if (id.Length > MaximumLength) return $" It has more than {MaximumLength} characters.";
        if (s_session.IsMatch(id))
            return $" It is a session. Use its role: {OfCaller(id)}.";
        if (s_root.Match(id) is { Success: true } root) return $" For the whole account, use its ID: {root.Groups["account"].Value}.";
        if (s_group.IsMatch(id)) return " Lake Formation does not grant to IAM groups: grant to roles or users.";
        if (s_short.IsMatch(id)) return " The account is not known, so specify the complete ARN.";
        return id.All(char.IsAsciiDigit) && id.Length > 0 ? " An account's number has 12 digits." : "";
    }

    private static (PrincipalKind Kind, Regex Form) Form(PrincipalKind kind, string form) => (kind, Whole(form));

    private static Regex Whole(string pattern) =>
        new(@"\A(?:" + pattern + @")\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
