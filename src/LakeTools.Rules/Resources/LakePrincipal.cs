using System.Text.RegularExpressions;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Rules.Resources;

/// <summary>
/// Somebody to whom Lake Formation grants. Grants are keyed by the identifier's text (API reference, GrantPermissions).
/// </summary>
/// <param name="Id">The identifier as the API takes it.</param>
/// <param name="Kind">Its form.</param>
/// <param name="AccountId">The account that it belongs to, where its form names one.</param>
public sealed partial record LakePrincipal(string Id, PrincipalKind Kind, string? AccountId)
{
    /// <summary>The identifier of the group whose grants leave the decision to IAM.</summary>
    public const string IamAllowedPrincipalsId = "IAM_ALLOWED_PRINCIPALS";

    /// <summary>Completes names where the account is not known.</summary>
    internal const string AnyAccount = "000000000000";

    private const int MaximumLength = 255;
    private const string Partition = "arn:aws(?:-[a-z]+)*";
    private const string Account = "(?<account>[0-9]{12})";

    // A group for each kind, named after it.
    private const string Forms =
        $"(?<{nameof(PrincipalKind.IamAllowedPrincipals)}>{IamAllowedPrincipalsId})"
        + $"|(?<{nameof(PrincipalKind.Account)}>{Account})"
        + $"|(?<{nameof(PrincipalKind.AllIamPrincipals)}>{Account}:IAMPrincipals)"
        + $@"|(?<{nameof(PrincipalKind.User)}>{Partition}:iam::{Account}:user/[\w+=,.@/-]+)"
        + $@"|(?<{nameof(PrincipalKind.Role)}>{Partition}:iam::{Account}:role/[\w+=,.@/-]+)"
        + $@"|(?<{nameof(PrincipalKind.Saml)}>{Partition}:iam::{Account}:saml-provider/[\w._-]+:(?:user|group)/.+)"
        + $"|(?<{nameof(PrincipalKind.QuickSight)}>{Partition}:quicksight:[a-z0-9-]+:{Account}:(?:user|group)/.+)"
        + $"|(?<{nameof(PrincipalKind.IdentityCenter)}>{Partition}:identitystore:[a-z0-9-]*:{Account}?:(?:user|group)/.+)"
        + $"|(?<{nameof(PrincipalKind.Organization)}>{Partition}:organizations::{Account}:"
        + "(?:organization/o-[a-z0-9]+|ou/o-[a-z0-9]+/ou-[a-z0-9-]+))";

    /// <summary>Returns whether the account must be known to complete a short form such as <c>role/analyst</c>.</summary>
    /// <param name="text">The typed text.</param>
    /// <returns>True for <c>role/name</c> and <c>user/name</c>.</returns>
    public static bool NeedsAccount(string text) => ShortForm().IsMatch(text);

    /// <summary>Returns whether the account must be known to complete a short form, which may have wildcards.</summary>
    /// <param name="pattern">The typed text.</param>
    /// <returns>True for <c>role/name*</c> and <c>user/name*</c>.</returns>
    public static bool IsShortPattern(string pattern) => ShortPattern().IsMatch(pattern);

    /// <summary>Completes the criterion of principals.</summary>
    /// <param name="pattern">The typed text, with wildcards.</param>
    /// <param name="home">Completes the short forms.</param>
    /// <returns>The criterion of identifiers.</returns>
    public static string CompletePattern(string pattern, LakeHome home) =>
        IsShortPattern(pattern) ? $"arn:{home.Partition}:iam::{home.AccountId}:{pattern}" : pattern;

    /// <summary>Reads a principal in any form of Lake Formation's, or <c>role/name</c> and <c>user/name</c>.</summary>
    /// <param name="text">The typed text.</param>
    /// <param name="home">Completes the short forms.</param>
    /// <returns>The principal.</returns>
    /// <exception cref="LakeException">InvalidPrincipal: the text has none of the forms.</exception>
    public static LakePrincipal Parse(string text, LakeHome home) => Read(text, home, out var problem) ?? throw problem!;

    /// <summary>Reads an administrator: users and roles can be one (API reference, DataLakePrincipal).</summary>
    /// <param name="text">The typed text.</param>
    /// <param name="home">Completes the short forms.</param>
    /// <returns>The principal.</returns>
    /// <exception cref="LakeException">InvalidPrincipal: the text has none of the forms, or is no user and no role.</exception>
    public static LakePrincipal ParseAdministrator(string text, LakeHome home) =>
        Parse(text, home) is { Kind: PrincipalKind.User or PrincipalKind.Role } principal
            ? principal : throw Fault.InvalidPrincipal(text, " Administrators are users and roles: specify the ARN of one.");

    /// <summary>Refuses what is not a role that a service can use.</summary>
    /// <param name="text">The typed text.</param>
    /// <param name="isNameEnough">True if the service takes a role's name alone, with the path before it or without.</param>
    /// <param name="accountId">The account that the role must be in; null if it is not known, or may be any.</param>
    /// <exception cref="LakeException"><c>InvalidRole</c>, <c>InvalidRoleName</c>, <c>RoleOfAnotherAccount</c>.</exception>
    public static void CheckRole(string text, bool isNameEnough, string? accountId = null)
    {
        var role = Read(text, LakeHome.Embedded with { AccountId = accountId ?? AnyAccount }, out _);
        if (role is null && isNameEnough && !text.Contains(':', StringComparison.Ordinal) && !ShortForm().IsMatch(text))
        {
            RoleNames.Check(text[(text.LastIndexOf('/') + 1)..]);
        }
        else if (role?.Kind != PrincipalKind.Role || text != text.Trim())
        {
            throw Fault.InvalidRole(
                text,
                Session().IsMatch(text) ? Advice(text) : "",
                "the ARN of a role, such as arn:aws:iam::111122223333:role/name, or role/name" + (isNameEnough ? ", or its name" : ""));
        }
        else if (accountId is not null && role.AccountId != accountId)
        {
            throw Fault.RoleOfAnotherAccount(text, accountId);
        }
    }

    /// <summary>Reads a principal in one of Lake Formation's own forms.</summary>
    /// <param name="id">The identifier.</param>
    /// <param name="principal">The principal.</param>
    /// <returns>True if it has one of the forms.</returns>
    public static bool TryParse(string id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out LakePrincipal? principal) =>
        (principal = Read(id, LakeHome.Embedded, out _)) is not null;

    /// <summary>
    /// Says whether a session of STS, or another principal, is a principal of Lake Formation's. A session's ARN lacks the path of its role,
    /// whose name is unique in an account.
    /// </summary>
    internal static bool IsSame(string principalId, string callerArn)
    {
        if (principalId == callerArn) return true;
        return Session().Match(callerArn) is { Success: true } session
            && principalId.StartsWith($"{session.Groups["partition"].Value}:iam::{session.Groups["account"].Value}:role/",
                StringComparison.Ordinal)
            && principalId.EndsWith("/" + session.Groups["role"].Value, StringComparison.Ordinal);
    }

    /// <summary>Reads a principal, and says what is wrong with a text that is none.</summary>
    /// <param name="text">The typed text.</param>
    /// <param name="home">Completes the short forms.</param>
    /// <param name="problem">The sentences of the error InvalidPrincipal; empty if the principal is good.</param>
    /// <returns>The principal, or null.</returns>
    internal static LakePrincipal? Read(string? text, LakeHome home, out LakeException? problem)
    {
        problem = null;
        var id = text?.Trim() ?? "";
        if (ShortForm().IsMatch(id) && home.AccountId is not null) id = $"arn:{home.Partition}:iam::{home.AccountId}:{id}";
        if (string.Equals(id, IamAllowedPrincipalsId, StringComparison.OrdinalIgnoreCase)) id = IamAllowedPrincipalsId;
        if (id.Length <= MaximumLength && AnyForm().Match(id) is { Success: true } match)
        {
            var account = match.Groups["account"];
            return new LakePrincipal(id, KindOf(match.Groups), account.Success ? account.Value : null);
        }

        problem = Fault.InvalidPrincipal(text, Advice(id));
        return null;
    }

    /// <summary>The principal of a caller for Lake Formation. For a session of a role: the role.</summary>
    /// <param name="arn">The ARN that STS names.</param>
    /// <returns>The ARN that grants name. A role's path, which a session does not tell, is not in it.</returns>
    internal static string OfCaller(string arn) => Session().Match(arn) is { Success: true } session
        ? $"{session.Groups["partition"].Value}:iam::{session.Groups["account"].Value}:role/{session.Groups["role"].Value}"
        : arn;

    /// <summary>One form for a role and its sessions, which lack its path: the names of roles are unique in an account.</summary>
    /// <param name="arn">The ARN of a principal or a session.</param>
    /// <returns>The ARN of the role without its path. Other principals are unchanged.</returns>
    internal static string WithoutPath(string arn)
    {
        var id = OfCaller(arn);
        return id.IndexOf(":role/", StringComparison.Ordinal) is var kind and >= 0 && id.LastIndexOf('/') is var name
            && name > kind + ":role".Length ? id[..(kind + ":role".Length)] + id[name..] : id;
    }

    /// <inheritdoc/>
    public override string ToString() => Id;

    private static string Advice(string id)
    {
        if (id.Length > MaximumLength) return $" It has more than {MaximumLength} characters.";
        if (Session().IsMatch(id))
            return $" It is a session. Use its role: {OfCaller(id)}.";
        if (Root().Match(id) is { Success: true } root) return $" For the whole account, use its ID: {root.Groups["account"].Value}.";
        if (Group().IsMatch(id)) return " Lake Formation does not grant to IAM groups: grant to roles or users.";
        if (ShortForm().IsMatch(id)) return " The account is not known, so specify the complete ARN.";
        return id.All(char.IsAsciiDigit) && id.Length > 0 ? " An account's number has 12 digits." : "";
    }

    private static PrincipalKind KindOf(GroupCollection groups) =>
        groups[nameof(PrincipalKind.Role)].Success ? PrincipalKind.Role
        : groups[nameof(PrincipalKind.User)].Success ? PrincipalKind.User
        : groups[nameof(PrincipalKind.Account)].Success ? PrincipalKind.Account
        : groups[nameof(PrincipalKind.AllIamPrincipals)].Success ? PrincipalKind.AllIamPrincipals
        : groups[nameof(PrincipalKind.IamAllowedPrincipals)].Success ? PrincipalKind.IamAllowedPrincipals
        : groups[nameof(PrincipalKind.Saml)].Success ? PrincipalKind.Saml
        : groups[nameof(PrincipalKind.QuickSight)].Success ? PrincipalKind.QuickSight
        : groups[nameof(PrincipalKind.IdentityCenter)].Success ? PrincipalKind.IdentityCenter
        : PrincipalKind.Organization;

    [GeneratedRegex(@"\A(?:" + Forms + @")\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AnyForm();

    [GeneratedRegex(@"\A(?:role|user)/[\w+=,.@/-]+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ShortForm();

    [GeneratedRegex(@"\A(?:role|user)/.+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ShortPattern();

    [GeneratedRegex(@"\A(?<partition>" + Partition + "):sts::" + Account + @":assumed-role/(?<role>[\w+=,.@-]+)/.+\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Session();

    [GeneratedRegex(@"\A" + Partition + ":iam::" + Account + @":root\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Root();

    [GeneratedRegex(@"\A" + Partition + @":iam::[0-9]{12}:group/.+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Group();
}
