using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LakeTools.Local.Context;
using LakeTools.Local.Identity;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Sts;

/// <summary>
/// An OpenID Connect token that is in the place of a signature. The lake fetches no keys of identity providers: the public key of the
/// one provider that it trusts is in its folder, where the owner of the lake has put it.
/// </summary>
/// <param name="Issuer">The claim <c>iss</c>.</param>
/// <param name="Subject">The claim <c>sub</c>.</param>
/// <param name="Audience">The claim <c>aud</c>; the first of several.</param>
/// <param name="Tags">The session tags that it asks for; null for none.</param>
/// <param name="SourceIdentity">The source identity that it asks for; null for none.</param>
internal sealed record WebIdentityToken(string Issuer, string Subject, string Audience, SessionTags? Tags, string? SourceIdentity)
{
    /// <summary>The file in the lake's folder that has the provider's key, as PEM.</summary>
    public const string KeyFile = "web-identity.pem";

    private const string TagsClaim = "https://aws.amazon.com/tags";
    private const string SourceClaim = "https://aws.amazon.com/source_identity";
    // Seconds that clocks may differ, and that IAM accepts a token after its end (IAM user guide, id_roles_providers_oidc).
    private const int Leeway = 300;

    private const int MaxKeyFile = 64 * 1024;

    /// <summary>Verifies a token and reads it.</summary>
    /// <param name="lake">The lake.</param>
    /// <param name="text">The token: a JSON Web Token.</param>
    /// <exception cref="ApiException">It is none, it is not signed by the provider, or its time is over.</exception>
    public static WebIdentityToken Read(LakeContext lake, string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 3 || Decode(parts[0]) is not { } head || Decode(parts[1]) is not { } body
            || Parse(head) is not { } header || Parse(body) is not { } claims || Decode(parts[2]) is not { } signature)
            throw Invalid("The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
        var issuer = Claim(claims, "iss");
        Verify(lake, issuer, TextOf(header["alg"]), $"{parts[0]}.{parts[1]}", signature);
        CheckTime(lake, claims);
        return new WebIdentityToken(issuer, Claim(claims, "sub"), AudienceOf(claims), TagsOf(claims), TextOf(claims[SourceClaim]));
    }

    private static void Verify(LakeContext lake, string issuer, string? algorithm, string text, byte[] signature)
    {
        var hash = algorithm switch
        {
            "RS256" => HashAlgorithmName.SHA256,
            "RS384" => HashAlgorithmName.SHA384,
            "RS512" => HashAlgorithmName.SHA512,
            _ => throw Invalid($"The token is signed by {algorithm ?? "no algorithm"}; the embedded lake supports RS256, RS384 and RS512."),
        };
        var file = new FileInfo(Path.Combine(lake.Folder, KeyFile));
        if (!file.Exists || file.Length > MaxKeyFile)
            throw Invalid($"No OpenIDConnect provider found in your account for {issuer}: the lake's folder has no {KeyFile}.");
        using var key = RSA.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file.FullName));
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            throw Invalid($"The {KeyFile} in the folder of the lake has no RSA key.");
        }

        if (!key.VerifyData(Encoding.ASCII.GetBytes(text), signature, hash, RSASignaturePadding.Pkcs1))
            throw Invalid("The signature of the token is not that of the identity provider.");
    }

    private static void CheckTime(LakeContext lake, JsonObject claims)
    {
        if (claims["exp"] is not JsonValue value || !value.TryGetValue<double>(out var end)) throw Invalid("Missing a required claim: exp");
        var now = lake.Clock.GetUtcNow().ToUnixTimeSeconds();
        if (claims["nbf"] is JsonValue from && from.TryGetValue<double>(out var start) && start > now + Leeway)
            throw Invalid("The token is not valid yet.");
        if (end + Leeway <= now)
        {
            throw new ApiException("ExpiredTokenException",
                $"Token expired: current date/time {now} must be before the expiration date/time {(long)end}");
        }
    }

    private static string AudienceOf(JsonObject claims) =>
        claims["aud"] is JsonArray { Count: > 0 } several && TextOf(several[0]) is { Length: > 0 } first ? first : Claim(claims, "aud");

    /// <summary>Session tags have a list of one value each (IAM user guide, passing session tags in AWS STS).</summary>
    private static SessionTags? TagsOf(JsonObject claims)
    {
        if (claims[TagsClaim] is not { } claim) return null;
        if (claim is not JsonObject given || given["principal_tags"] is not JsonObject tags) throw BadTags();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in tags)
            values[key] = value is JsonArray { Count: 1 } list && TextOf(list[0]) is { } text ? text : throw BadTags();
        if (values.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() < values.Count) throw BadTags();
        var transitive = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in given["transitive_tag_keys"] as JsonArray ?? [])
            transitive.Add(TextOf(key) is { } text && values.ContainsKey(text) ? text : throw BadTags());
        return values.Count == 0 ? null : new SessionTags(values, transitive);
    }

    private static string Claim(JsonObject claims, string name) =>
        TextOf(claims[name]) is { Length: > 0 } text ? text : throw Invalid($"Missing a required claim: {name}");

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject? Parse(byte[] utf8) =>
        JsonText.Fault(Encoding.UTF8.GetString(utf8), out var node) is null ? node as JsonObject : null;

    private static byte[]? Decode(string base64Url)
    {
        var text = base64Url.Replace('-', '+').Replace('_', '/');
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var count) ? bytes[..count] : null;
    }

    private static ApiException BadTags() => Invalid($"The claim {TagsClaim} is not formed as AWS documents it.");

    private static ApiException Invalid(string text) => new("InvalidIdentityToken", text);
}
