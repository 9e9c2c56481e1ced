using System.Text.Json;
using System.Text.Json.Nodes;

namespace LakeTools.Local.SecretsManager;

/// <summary>
/// The rotation functions that are there in a lake, which has no Lambda. The one runs in the lake, so rotation can be tried from end
/// to end: it gives the key <c>password</c> of a JSON secret, or the whole of a text, a new random value. Of the other a client does the
/// steps (createSecret, setSecret, testSecret, finishSecret) with PutSecretValue and UpdateSecretVersionStage.
/// </summary>
internal static class RotationFunction
{
    /// <summary>The name of the function that runs here, with which its ARN ends.</summary>
    public const string Name = "LakeTools-RandomPassword";

    /// <summary>The name of the function whose steps a client does.</summary>
    public const string Manual = "LakeTools-Manual";

    private const string PasswordKey = "password";

    /// <summary>True if the lake runs the function itself.</summary>
    public static bool RunsHere(string lambdaArn) => Names(lambdaArn, Name);

    /// <summary>True if the function is there. AWS cannot invoke any other.</summary>
    public static bool IsThere(string lambdaArn) => RunsHere(lambdaArn) || Names(lambdaArn, Manual);

    /// <summary>The new value.</summary>
    /// <param name="current">The value that it takes the place of.</param>
    public static SecretValue NewValue(SecretValue current)
    {
        if (current.IsBinary) throw SecretErrors.InvalidRequest($"{Name} rotates text only.");
        var password = RandomPassword.Make([]);
        return SecretValue.OfText(WithPassword(current.ToText(), password) ?? password);
    }

    private static bool Names(string lambdaArn, string name) =>
        lambdaArn == name || lambdaArn.EndsWith(":function:" + name, StringComparison.Ordinal);

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
