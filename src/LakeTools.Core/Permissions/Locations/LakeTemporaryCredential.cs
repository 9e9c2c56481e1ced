using System.Security;
using LakeTools.Core.Connection;
using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>
/// Keys that Lake Formation vends: they open some places in S3 for some time, and nothing else. Goes to Connect-Lake. The secret parts are
/// SecureStrings, and none of them is in any view or export.
/// </summary>
public sealed class LakeTemporaryCredential
{
    internal LakeTemporaryCredential(LakeConnection origin, string target, string accessKey, string secretKey, string sessionToken)
    {
        Origin = origin.Options with { Region = origin.Region, ConfiguredEndpoints = origin.ConfiguredEndpoints };
        (Target, AccessKey) = (target, accessKey);
        SecretKey = PlainText.Secure(secretKey);
        SessionToken = PlainText.Secure(sessionToken);
    }

    /// <summary>The target of the keys, such as <c>sales.orders</c> or <c>s3://bucket/prefix</c>.</summary>
    public string Target { get; }

    /// <summary>The places that open: URIs such as <c>s3://bucket/prefix/</c>.</summary>
    public required IReadOnlyList<string> Path { get; init => field = Listed.Of(value); }

    /// <summary>Read or ReadWrite: what the keys allow there.</summary>
    public required string Scope { get; init; }

    /// <summary>When the keys end, in local time.</summary>
    public DateTime Expiration { get; init; }

    /// <summary>The id of the access key.</summary>
    public string AccessKey { get; }

    /// <summary>The secret of the access key.</summary>
    public SecureString SecretKey { get; }

    /// <summary>The session token.</summary>
    public SecureString SessionToken { get; }

    /// <summary>The lake that vended the keys, and where they are good.</summary>
    internal LakeConnectionOptions Origin { get; }

    /// <summary>Shows what they open and until when.</summary>
    /// <returns>Text without any key.</returns>
    public override string ToString() => $"{Target} until {Expiration:s}";
}
