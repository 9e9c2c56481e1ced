using Amazon.Runtime;
using LakeTools.Core.Secrets;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Connection.Sources;

/// <summary>Makes options of a connection from what holds keys: a secret, or credentials that Lake Formation vended.</summary>
public static class ConnectionSource
{
    // Compared without case and punctuation, so aws_access_key_id, AccessKeyId and access-key are found; the first is what help shows.
    private static readonly string[] s_accessKey = ["access_key", "access_key_id", "aws_access_key_id", "aws_access_key"];
    private static readonly string[] s_secretKey = ["secret_key", "secret_access_key", "aws_secret_access_key", "aws_secret_key"];
    private static readonly string[] s_sessionToken = ["session_token", "aws_session_token", "security_token", "aws_security_token"];

    /// <summary>Takes the keys of a secret.</summary>
    /// <param name="secret">A secret whose text is JSON with the keys <c>access_key</c>, <c>secret_key</c> and, for temporary ones,
    /// <c>session_token</c>, or their other spellings.</param>
    /// <param name="given">The other options.</param>
    /// <returns>The options. The connection goes by the secret's name, so no view shows a value of it.</returns>
    /// <exception cref="LakeException"><c>SecretHasNoAccessKey</c>: names the keys that it looked for and those that the secret has,
    /// and no value. <c>SecretKeyAmbiguous</c>.</exception>
    public static LakeConnectionOptions Of(LakeSecret secret, LakeConnectionOptions given)
    {
        if (Find(secret, s_accessKey) is { } accessKey && Find(secret, s_secretKey) is { } secretKey)
        {
            return given with
            {
                Name = secret.Name,
                AccessKey = secret.GetKeyText(accessKey),
                SecretKey = secret.GetKey(secretKey),
                SessionToken = Find(secret, s_sessionToken) is { } token ? secret.GetKey(token) : null,
            };
        }

        throw Fault.SecretHasNoAccessKey(
            secret.Name,
            string.Join(", ", s_accessKey),
            string.Join(", ", s_secretKey),
            secret.Key.Count == 0 ? "none, because it is not a JSON object" : string.Join(", ", secret.Key));
    }

    /// <summary>Takes vended credentials: a connection to the lake that vended them.</summary>
    /// <param name="credential">The credentials.</param>
    /// <param name="given">The other options; they override those of that lake's connection.</param>
    /// <returns>The options.</returns>
    /// <exception cref="LakeException"><c>VendedCredentialExcess</c>: an option that cannot apply.</exception>
    public static LakeConnectionOptions Of(LakeTemporaryCredential credential, LakeConnectionOptions given)
    {
        var origin = credential.Origin;
        if (string.Join(", ", Excess(origin, given)) is { Length: > 0 } excess)
            throw Fault.VendedCredentialExcess(credential.Target, excess);
        var endpoints = new Dictionary<LakeService, Uri>(origin.Endpoints);
        foreach (var endpoint in given.Endpoints) endpoints[endpoint.Key] = endpoint.Value;
        return given with
        {
            Name = credential.Target,
            Region = given.Region ?? origin.Region,
            AccessKey = credential.AccessKey,
            SecretKey = credential.SecretKey,
            SessionToken = credential.SessionToken,
            EndpointUrl = given.EndpointUrl ?? origin.EndpointUrl,
            Endpoints = endpoints,
            ConfiguredEndpoints = origin.ConfiguredEndpoints,
            CatalogId = given.CatalogId ?? origin.CatalogId,
            MaxRetry = given.MaxRetry ?? origin.MaxRetry,
            Local = origin.Local is { } local ? local with { Credentials = Session(credential) } : null,
        };
    }

    // The credentials are for the data as they are, and assume no role. An embedded lake has one Region, and no endpoints.
    private static IEnumerable<string> Excess(LakeConnectionOptions origin, LakeConnectionOptions given)
    {
        if (given.RoleArn is not null) yield return "-RoleArn";
        if (given.RoleSessionName is not null) yield return "-RoleSessionName";
        if (given.ExternalId is not null) yield return "-ExternalId";
        if (given.MfaSerial is not null) yield return "-MfaSerial";
        if (given.MfaCode is not null) yield return "-MfaCode";
        if (origin.Local is null) yield break;
        if (given.EndpointUrl is not null) yield return "-EndpointUrl";
        if (given.Endpoints.Count > 0) yield return "-Endpoint";
        if (given.Region is { } region && region != origin.Region) yield return $"-Region {region}";
    }

    private static SessionAWSCredentials Session(LakeTemporaryCredential credential) =>
        new(credential.AccessKey, PlainText.Of(credential.SecretKey), PlainText.Of(credential.SessionToken));

    private static string? Find(LakeSecret secret, string[] names) =>
        names.Select(name => Find(secret, name)).FirstOrDefault(key => key is not null);

    private static string? Find(LakeSecret secret, string name)
    {
        var meant = secret.Key.Where(key => Plain(key) == Plain(name) && !secret.IsNull(key) && secret.GetKeyText(key).Length > 0).ToList();
        return meant.Contains(name) ? name : SecretKeys.One(meant, name, secret.Name);
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
