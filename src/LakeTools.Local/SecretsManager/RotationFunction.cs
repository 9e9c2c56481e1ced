using System.Text.Json;
using System.Text.Json.Nodes;

namespace LakeTools.Local.SecretsManager;

/// <summary>
/// The one rotation function that a lake can run by itself, so that rotation can be tried from end to end: it gives the key
/// <c>password</c> of a JSON secret, or the whole of a text, a new random value. Any other function is a record, and a
/// client does its steps.
/// </summary>
internal static class RotationFunction
{
    /// <summary>The name that the function's ARN ends with.</summary>
    public const string Name = "LakeTools-RandomPassword";

    private const string PasswordKey = "password";

    /// <summary>True where the lake runs the function itself.</summary>
    public static bool IsOurs(string lambdaArn) => lambdaArn == Name || lambdaArn.EndsWith(":function:" + Name, StringComparison.Ordinal);

    /// <summary>The new value.</summary>
    /// <param name="current">The value that it takes the place of.</param>
    public static SecretValue NewValue(SecretValue current)
    {
        if (current.IsBinary) throw SecretErrors.InvalidRequest($"{Name} rotates text only.");
        var password = RandomPassword.Make([]);
        return SecretValue.OfText(WithPassword(current.ToText(), password) ?? password);
    }

    private static string? WithPassword(string text, string password)
    {
        try
        {
            if (JsonNode.Parse(text) is not JsonObject members || !members.ContainsKey(PasswordKey)) return null;
            members[PasswordKey] = password;
            return members.ToJsonString();
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
