using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Security;
using System.Text.Json.Nodes;
using LakeTools.Core.Secrets;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>Converts a value of PowerShell to the content of a secret.</summary>
internal static class SecretValue
{
    // As deep as .NET reads JSON.
    private const int MaxDepth = 60;

    /// <summary>Text, SecureString, PSCredential (JSON with username and password), hashtable (JSON), bytes, or another secret.</summary>
    /// <exception cref="LakeException"><c>SecretValueUnsupported</c>, <c>CredentialEmpty</c>.</exception>
    public static SecretContent From(object value) => PSValue.Of(value) switch
    {
        string text => SecretContent.OfText(SecretContent.Whole(text)),
        SecureString secure => SecretContent.OfText(SecretContent.Whole(TextOf(secure))),
        PSCredential { UserName: null or "" } => throw Fault.CredentialEmpty("Value"),
        PSCredential credential => SecretContent.OfObject(new JsonObject
        {
            ["username"] = SecretContent.Whole(credential.UserName),
            ["password"] = SecretContent.Whole(TextOf(credential.Password)),
        }),
        byte[] bytes => SecretContent.OfBytes(bytes),
        IDictionary members => SecretContent.OfObject(ObjectOf(members, 0)),
        LakeSecret { Kind: nameof(LakeSecretKind.Binary) } secret => SecretContent.OfBytes(secret.GetBytes()),
        LakeSecret secret => SecretContent.OfText(secret.GetPlainText()),
        object[] items when items.Length > 0 && items.All(item => PSValue.Of(item) is byte) =>
            SecretContent.OfBytes(items.Select(item => (byte)PSValue.Of(item)!).ToArray()),
        var other => throw Unsupported(other),
    };

    /// <summary>Opens a SecureString.</summary>
    public static string TextOf(SecureString secure) => new NetworkCredential("", secure).Password;

    /// <summary>Converts text to a SecureString.</summary>
    public static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var character in text) secure.AppendChar(character);
        secure.MakeReadOnly();
        return secure;
    }

    /// <summary>A hashtable as JSON, for what is no secret.</summary>
    /// <exception cref="LakeException"><c>SecretValueUnsupported</c>.</exception>
    public static string JsonOf(IDictionary members) => ObjectOf(members, 0).ToJsonString();

    private static JsonObject ObjectOf(IDictionary members, int depth) =>
        new(StringMap.Read(members, SecretContent.Whole, (_, value) => NodeOf(value, depth + 1)));

    private static JsonNode? NodeOf(object? value, int depth) => PSValue.Of(value) switch
    {
        null => null,
        IDictionary or object[] when depth > MaxDepth =>
            throw Fault.SecretValueUnsupported(nameof(Hashtable), $"a value that is nested more than {MaxDepth} levels deep, "
                + "or contains itself"),
        string text => SecretContent.Whole(text),
        SecureString secure => SecretContent.Whole(TextOf(secure)),
        bool flag => flag,
        int or long or short or byte => Convert.ToInt64(PSValue.Of(value), CultureInfo.InvariantCulture),
        double number when !double.IsFinite(number) =>
            throw Fault.SecretValueUnsupported(nameof(Double), "a number that JSON does not have, such as NaN"),
        double number => number,
        decimal number => number,
        Guid or Uri or Version => PSValue.Of(value)!.ToString(),
        DateTime or DateTimeOffset => ((IFormattable)PSValue.Of(value)!).ToString("O", CultureInfo.InvariantCulture),
        IDictionary members => ObjectOf(members, depth),
        object[] items => new JsonArray(items.Select(item => NodeOf(item, depth + 1)).ToArray()),
        var other => throw Unsupported(other),
    };

    // The type, and never the value.
    private static LakeException Unsupported(object? value) =>
        Fault.SecretValueUnsupported(value?.GetType().Name, value?.GetType().Name ?? "null");
}
