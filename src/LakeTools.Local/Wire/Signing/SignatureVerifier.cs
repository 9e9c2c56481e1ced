using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LakeTools.Local.Context;
using LakeTools.Local.Identity;

namespace LakeTools.Local.Wire.Signing;

/// <summary>Verifies Signature v4 and says who signed. Any region is taken: the embedded lake is one endpoint for all of them.</summary>
internal sealed class SignatureVerifier(KeyRing keys, LakeContext lake)
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    private static readonly TimeSpan s_skew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_skewOfS3 = TimeSpan.FromMinutes(15);

    /// <summary>Checks what can be checked before a body is read: the key, the time and the headers.</summary>
    /// <param name="request">The request up to its body.</param>
    /// <param name="parameters">The parameters of its signature.</param>
    /// <exception cref="AuthException">It is not accepted.</exception>
    public void Admit(WireRequest request, SignatureParameters parameters)
    {
        FindKey(parameters);
        CheckTime(parameters);
        CheckHeaders(request, parameters);
    }

    /// <summary>Verifies a request.</summary>
    /// <param name="request">The request as sent.</param>
    /// <param name="parameters">The parameters of its signature.</param>
    /// <param name="payload">The hash of the body that was read, or what the request says where the body is still to be read.</param>
    /// <exception cref="AuthException">It is not accepted.</exception>
    public VerifiedRequest Verify(WireRequest request, SignatureParameters parameters, string payload)
    {
        var key = FindKey(parameters);
        CheckTime(parameters);
        CheckHeaders(request, parameters);
        var scope = parameters.Scope;
        var signing = keys.SigningKeyOf(key, scope);
        var text = parameters.Policy ?? (parameters.IsVersion2
            ? Version2.StringToSign(request, parameters)
            : $"{SignatureParameters.Algorithm}\n{parameters.Timestamp}\n{scope.Text}\n"
                + PayloadHash.Of(CanonicalRequest.Write(request, parameters, payload)));
        var expected = parameters.IsVersion2 ? Version2.Sign(key.Secret, text) : signing.Sign(text);
        if (!SigningKey.AreSame(expected, parameters.Signature))
        {
            throw new AuthException(
                AuthFailure.BadSignature,
                "The request signature we calculated does not match the signature you provided. "
                    + "Check your AWS Secret Access Key and signing method.")
            {
                // The canonical request, which S3 answers too, would repeat a session token.
                Details =
                [
                    ("AWSAccessKeyId", scope.AccessKeyId), ("StringToSign", text), ("SignatureProvided", parameters.Signature),
                    ("StringToSignBytes", string.Join(' ', Encoding.UTF8.GetBytes(text).Select(b => $"{b:x2}"))),
                ],
            };
        }

        var caller = request.IsIntegrated ? key.Caller with { IsIntegrated = true } : key.Caller;
        return new VerifiedRequest(caller, parameters, signing, payload);
    }

    private AccessKey FindKey(SignatureParameters parameters)
    {
        var key = keys.Find(parameters.Scope.AccessKeyId);
        if (key is not { IsActive: true } || !IsTokenOf(key, parameters.SessionToken))
        {
            throw new AuthException(AuthFailure.UnknownKey, "The security token included in the request is invalid.")
            {
                Details = [("AWSAccessKeyId", parameters.Scope.AccessKeyId)],
            };
        }

        if (key.Expiration <= lake.Clock.GetUtcNow())
            throw new AuthException(AuthFailure.SessionExpired, "The security token included in the request is expired");
        return key;
    }

    private static bool IsTokenOf(AccessKey key, string? token)
    {
        if (key.TokenHash is null) return token is null;
        return token is not null && CryptographicOperations.FixedTimeEquals(key.TokenHash, IdentityStore.HashToken(token));
    }

    private void CheckTime(SignatureParameters parameters)
    {
        var now = lake.Clock.GetUtcNow();
        var skew = parameters.Scope.Service == "s3" ? s_skewOfS3 : s_skew;
        var signed = parameters.SignedAt;
        if (signed - now > skew)
        {
            throw new AuthException(
                AuthFailure.Skewed,
                $"Signature not yet current: {Text(signed)} is still later than {Text(now + skew)} ({Text(now)} + "
                    + $"{skew.TotalMinutes:0} min.)");
        }

        if (parameters.Lifetime is { } lifetime)
        {
            if (signed + lifetime < now)
            {
                throw new AuthException(AuthFailure.UrlExpired, "Request has expired")
                {
                    Details =
                    [
                        .. parameters.IsVersion2 ? [] : ((string, string)[])[("X-Amz-Expires", $"{lifetime.TotalSeconds:0}")],
                        ("Expires", WireTime.Iso(signed + lifetime)), ("ServerTime", WireTime.Iso(now)),
                    ],
                };
            }
        }
        else if (now - signed > skew)
        {
            throw new AuthException(
                AuthFailure.Skewed,
                $"Signature expired: {Text(signed)} is now earlier than {Text(now - skew)} ({Text(now)} - {skew.TotalMinutes:0} min.)");
        }
    }

    /// <summary>The host and every x-amz- header must be signed, or somebody could change them on the way.</summary>
    private static void CheckHeaders(WireRequest request, SignatureParameters parameters)
    {
        if (parameters.IsVersion2 || parameters.Policy is not null) return; // which signs all of them, or a form's fields
        if (!parameters.SignedHeaders.Contains("host", StringComparer.Ordinal))
            throw new AuthException(AuthFailure.BadSignature, "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        string[] unsigned = [.. request.Headers.Keys
            .Where(name => name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)
                && !parameters.SignedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)

                // The hash of the body is part of what is signed, whether its header is or not.
                && !(parameters.IsPresigned && name.Equals(PayloadHash.Header, StringComparison.OrdinalIgnoreCase)))
            .Select(name => name.ToLowerInvariant())
            .Order(StringComparer.Ordinal)];
        if (unsigned.Length == 0) return;
        var names = string.Join(", ", unsigned);
        throw new AuthException(AuthFailure.UnsignedHeaders, "There were headers present in the request which were not signed: " + names)
        {
            Details = [("HeadersNotSigned", names)],
        };
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
