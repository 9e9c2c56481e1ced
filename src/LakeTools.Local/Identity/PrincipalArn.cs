using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace LakeTools.Local.Identity;

/// <summary>The ARN of an IAM user or role, taken apart.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Kind"><c>user</c> or <c>role</c>.</param>
/// <param name="Name">The name without its path.</param>
internal sealed partial record PrincipalArn(string AccountId, string Kind, string Name)
{
    public static PrincipalArn? TryParse(string arn)
    {
        var match = Pattern().Match(arn);
        return match.Success ? new PrincipalArn(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value) : null;
    }

    /// <summary>The ARN that a session of this role goes by.</summary>
    public string SessionArn(string sessionName) => $"arn:aws:sts::{AccountId}:assumed-role/{Name}/{sessionName}";

    /// <summary>A unique id in AWS's form; the same principal has the same one in every lake.</summary>
    /// <param name="prefix">Such as <c>AROA</c> for roles.</param>
    /// <param name="principal">The principal that the id belongs to.</param>
    public static string UniqueId(string prefix, string principal) =>
        prefix + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(principal)))[..17];

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:iam::([0-9]{12}):(user|role)/(?:[\x21-\x7E]*/)?([a-zA-Z_0-9+=,.@-]{1,64})\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
