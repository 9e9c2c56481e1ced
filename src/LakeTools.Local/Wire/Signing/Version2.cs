using System.Security.Cryptography;
using System.Text;

namespace LakeTools.Local.Wire.Signing;

/// <summary>
/// Signature version 2 of S3's presigned URLs, which is boto3's default. It signs the method, three headers, the headers
/// that begin with <c>x-amz-</c>, the path and some parameters; a URL with any other parameter is refused here, so that none can be added.
/// </summary>
internal static class Version2
{
    // The parameters that it signs (S3 User Guide, 'Signing and authenticating REST requests', and clients).
    private static readonly HashSet<string> s_signed = new(StringComparer.Ordinal)
    {
        "accelerate", "acl", "analytics", "cors", "defaultObjectAcl", "delete", "inventory", "lifecycle", "location", "logging", "metrics",
        "notification", "object-lock", "partNumber", "policy", "replication", "requestPayment", "response-cache-control",
        "response-content-disposition", "response-content-encoding", "response-content-language", "response-content-type",
        "response-expires", "restore", "select", "select-type", "storageClass", "tagging", "torrent", "uploadId", "uploads", "versionId",
        "versioning", "versions", "website",
    };

    private static readonly string[] s_ofSignature = ["AWSAccessKeyId", "Signature", "Expires", "content-type", "content-md5"];

    /// <summary>The text to sign of a request.</summary>
    /// <exception cref="AuthException">It has a parameter that is not signed.</exception>
    public static string StringToSign(WireRequest request, SignatureParameters parameters)
    {
        var resource = new List<string>();
        foreach (var part in request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            var name = FormEncoding.Decode(at < 0 ? part : part[..at]);
            if (s_signed.Contains(name))
                resource.Add(at < 0 ? name : $"{name}={FormEncoding.Decode(part[(at + 1)..])}");
            else if (!s_ofSignature.Contains(name) && !IsAmz(name))
            {
                throw new AuthException(
                    AuthFailure.BadSignature, $"Signature version 2 does not sign the parameter '{name}'. Use version 4.");
            }
        }

        var headers = request.Headers.Where(header => IsAmz(header.Key))
            .Concat(request.QueryParameters.Where(parameter => IsAmz(parameter.Key)))
            .Select(header => $"{header.Key.ToLowerInvariant()}:{header.Value.Trim()}\n")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return $"{request.Method}\n{Value("content-md5")}\n{Value("content-type")}\n{parameters.Timestamp}\n"
            + string.Concat(headers) + Path(request) + (resource.Count > 0 ? "?" + string.Join('&', resource) : "");

        string Value(string name) => request.Header(name) ?? request.QueryParameter(name) ?? "";
    }

    /// <summary>Signs it.</summary>
    public static string Sign(string secret, string text) => Convert.ToBase64String(Hmac(secret, text));

    /// <summary>The path with its bucket, whether the request has that in its path or in its host.</summary>
    private static string Path(WireRequest request)
    {
        var host = request.Host;
        var colon = host.LastIndexOf(':');
        if (colon > host.LastIndexOf(']')) host = host[..colon];
        var at = host.LastIndexOf(".s3.", StringComparison.OrdinalIgnoreCase);
        if (at < 0 && host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)) at = host.Length - ".localhost".Length;
        return at > 0 ? $"/{host[..at]}{request.Path}" : request.Path;
    }

    private static bool IsAmz(string name) => name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase);

    // SHA-1 is what the version is; a signature of it is no weaker for that, because collisions do not help against HMAC.
#pragma warning disable CA5350
    private static byte[] Hmac(string secret, string text) =>
        HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
}
