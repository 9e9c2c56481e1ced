using System.Security.Cryptography;
using System.Text.RegularExpressions;
using LakeTools.Local.Context;

namespace LakeTools.Local.SecretsManager;

/// <summary>A secret's ARN: <c>arn:aws:secretsmanager:region:account:secret:name-XXXXXX</c> with six random letters and digits.</summary>
internal static partial class SecretArn
{
    private const int RegionPart = 3;
    private const int SuffixLength = 6;
    private const string SuffixCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>The text before the name.</summary>
    public static string Prefix(LakeContext lake, string region) => $"arn:aws:secretsmanager:{region}:{lake.AccountId}:secret:";

    /// <summary>The region of a secret's ARN.</summary>
    public static string RegionOf(string arn) => arn.Split(':')[RegionPart];

    /// <summary>The ARN of a secret's replica: the same with the replica's region.</summary>
    public static string In(string arn, string region)
    {
        var parts = arn.Split(':');
        parts[RegionPart] = region;
        return string.Join(':', parts);
    }

    /// <summary>Whether a text can be a secret's name.</summary>
    public static bool IsName(string text) => NamePattern().IsMatch(text);

    /// <summary>A new ARN for a name: a secret made again under its old name has another one.</summary>
    public static string Make(LakeContext lake, string region, string name) =>
        $"{Prefix(lake, region)}{name}-{RandomNumberGenerator.GetString(SuffixCharacters, SuffixLength)}";

    /// <summary>Whether an ARN ends as whole ones do: with a hyphen and six letters and digits.</summary>
    public static bool EndsAsWhole(string arn) => Suffix().IsMatch(arn);

    [GeneratedRegex(@"-[A-Za-z0-9]{6}\z")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"\A[A-Za-z0-9/_+=.@!-]+\z")]
    private static partial Regex NamePattern();
}
