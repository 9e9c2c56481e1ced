using System.Text.RegularExpressions;

namespace LakeTools.Core.Jobs.Properties;

/// <summary>
/// The reference to a secret in an argument: <c>arn:aws:secretsmanager:…:secret:name-AbCdEf#key</c>, or without <c>#key</c> for the
/// whole value. The job reads it with its own role:
/// <code>
/// arn, _, key = options["password"].partition("#")
/// value = boto3.client("secretsmanager").get_secret_value(SecretId=arn)["SecretString"]
/// password = json.loads(value)[key] if key else value
/// </code>
/// </summary>
/// <param name="Id">A secret's name or ARN.</param>
/// <param name="Key">A key of its JSON; null for the whole value.</param>
public sealed partial record SecretReference(string Id, string? Key)
{
    private const char Separator = '#'; // no secret's name has one

    /// <summary>Reads a reference.</summary>
    /// <param name="text"><c>name</c>, <c>name#key</c>, or the same with an ARN.</param>
    /// <returns>The reference.</returns>
    public static SecretReference Parse(string text)
    {
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0 ? new SecretReference(text, null) : new SecretReference(text[..at], text[(at + 1)..]);
    }

    /// <summary>Returns whether an argument's value names a secret.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True for a secret's ARN, with or without a key.</returns>
    public static bool IsOne(string value) => ArnPattern().IsMatch(value);

    /// <summary>The argument for the job.</summary>
    /// <returns>Id and key.</returns>
    public override string ToString() => string.IsNullOrEmpty(Key) ? Id : $"{Id}{Separator}{Key}";

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:\S+\z")]
    private static partial Regex ArnPattern();
}
