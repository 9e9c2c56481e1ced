using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.SecretsManager;

/// <summary>A secret's value in the clear: it comes from a request, or goes into an answer, and is stored encrypted only.</summary>
internal sealed class SecretValue
{
    private const int MaximumBytes = 65536;

    private readonly byte[] _bytes;

    private SecretValue(byte[] bytes, bool isBinary)
    {
        _bytes = bytes;
        IsBinary = isBinary;
    }

    public bool IsBinary { get; }

    /// <summary>Reads SecretString or SecretBinary; null if the request has neither.</summary>
    public static SecretValue? From(JsonObject input)
    {
        var text = input.Text("SecretString");
        var binary = input.Text("SecretBinary");
        if (text is not null && binary is not null)
            throw SecretErrors.InvalidParameter(
                "You can't specify both a binary secret value and a string secret value in the same secret.");
        if (text is null && binary is null) return null;
        var bytes = text is not null ? Encoding.UTF8.GetBytes(text) : Convert.FromBase64String(binary!);
        if (bytes.Length is 0 or > MaximumBytes)
            throw SecretErrors.InvalidParameter($"The secret value must have a length from 1 to {MaximumBytes} bytes.");
        return new SecretValue(bytes, text is null);
    }

    /// <summary>A text that the lake has made.</summary>
    public static SecretValue OfText(string text) => new(Encoding.UTF8.GetBytes(text), isBinary: false);

    /// <summary>Opens a stored version.</summary>
    public static SecretValue Open(LakeCipher cipher, SecretRecord secret, SecretVersion version) =>
        new(cipher.Open(version.Value, ContextOf(secret, version.VersionId)), version.IsBinary);

    /// <summary>Makes the version to store. The cipher binds the value to its secret and version, so rows cannot be swapped.</summary>
    public SecretVersion Seal(LakeCipher cipher, SecretRecord secret, string versionId, long now) =>
        new(versionId, IsBinary, cipher.Seal(_bytes, ContextOf(secret, versionId)), now, null);

    /// <summary>Puts the value into an answer.</summary>
    public JsonObject WriteTo(JsonObject output) => IsBinary
        ? output.With("SecretBinary", Convert.ToBase64String(_bytes))
        : output.With("SecretString", ToText());

    /// <summary>The text of a SecretString.</summary>
    public string ToText() => Encoding.UTF8.GetString(_bytes);

    public bool SameAs(SecretValue other) => IsBinary == other.IsBinary && CryptographicOperations.FixedTimeEquals(_bytes, other._bytes);

    /// <summary>Shows nothing of the value.</summary>
    public override string ToString() => IsBinary ? "SecretBinary" : "SecretString";

    private static string ContextOf(SecretRecord secret, string versionId) => $"{secret.OwnerArn}/{versionId}";
}
