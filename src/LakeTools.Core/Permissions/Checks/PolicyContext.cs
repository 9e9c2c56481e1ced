using Amazon;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace LakeTools.Core.Permissions.Checks;

/// <summary>
/// The condition keys of a request that a principal makes: those that are known before it is made, and those that it cannot have. Source:
/// IAM user guide, AWS global condition context keys, with the availability of each.
/// </summary>
/// <param name="principal">The ARN of a role or a user.</param>
/// <param name="question">The question.</param>
/// <param name="region">The Region of the request; null if it is not known.</param>
internal sealed class PolicyContext(string principal, PolicyQuestion question, string? region)
{
    /// <summary>The key with the folder of a listing.</summary>
    public const string PrefixKey = "s3:prefix";

    private const string ViaServiceKey = "kms:ViaService";
    private const string UserNameKey = "aws:username";

    // Keys of these services describe the session of a role, and are in its requests to all services.
    private static readonly string[] s_ofSessions = ["codebuild", "ec2", "glue", "identitystore", "lambda", "ssm"];

    // Only listings have these keys (service authorization reference, Amazon S3).
    private static readonly string[] s_ofListings = [PrefixKey, "s3:delimiter", "s3:max-keys"];

    private bool IsUser => principal.Contains(":user/", StringComparison.Ordinal);

    private string Service => question.Actions[0].Split(':')[0];

    private bool IsListing => question.Prefix is not null;

    /// <summary>The keys that are known.</summary>
    public List<ContextEntry> Known
    {
        get
        {
            var owners = question.Resources.Select(arn => arn.Split(':') is [_, _, _, _, var account, ..] ? account : "")
                .Distinct().ToList();
            (string Key, string? Value)[] texts =
            [
                ("aws:PrincipalArn", principal),
                ("aws:PrincipalAccount", principal.Split(':')[4]),
                ("aws:PrincipalType", IsUser ? "User" : "AssumedRole"),
                (UserNameKey, IsUser ? principal[(principal.LastIndexOf('/') + 1)..] : null),
                ("aws:RequestedRegion", region),
                ("aws:ResourceAccount", owners is [{ Length: > 0 } owner] ? owner : null),
                (PrefixKey, question.Prefix),
                (ViaServiceKey, question.ViaService),
            ];
            return
            [
                .. texts.Where(key => key.Value is not null).Select(key => Entry(key.Key, ContextKeyTypeEnum.String, key.Value!)),
                Entry("aws:PrincipalIsAWSService", ContextKeyTypeEnum.Boolean, "false"),
                Entry("aws:SecureTransport", ContextKeyTypeEnum.Boolean, "true"),
            ];
        }
    }

    /// <summary>Whether the request may have a key. IAM names all keys of a principal's policies, whatever their statements are about.
    /// </summary>
    /// <param name="key">The key.</param>
    public bool MayHave(string key)
    {
        bool Is(string other) => string.Equals(key, other, StringComparison.OrdinalIgnoreCase);
        var service = key.Split(':')[0];
        if (s_ofListings.Any(Is)) return IsListing;
        if (string.Equals(service, "aws", StringComparison.OrdinalIgnoreCase))
            // Roles have no user name, and none of the actions sets tags.
            return !(Is(UserNameKey) && !IsUser) && !Is("aws:TagKeys")
                && !key.StartsWith("aws:RequestTag/", StringComparison.OrdinalIgnoreCase);
        return string.Equals(service, Service, StringComparison.OrdinalIgnoreCase)
            || s_ofSessions.Contains(service, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The Region in the ARNs of the resources; null if they have none.</summary>
    /// <param name="question">The question.</param>
    public static string? RegionOf(PolicyQuestion question) =>
        question.Resources[0].Split(':') is [_, _, _, { Length: > 0 } region, ..] ? region : null;

    /// <summary>The host name of a service in a Region, as <c>kms:ViaService</c> has it.</summary>
    /// <param name="service">Such as <c>s3</c>.</param>
    /// <param name="region">The Region.</param>
    public static string Host(string service, string region) =>
        $"{service}.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}";

    private static ContextEntry Entry(string key, ContextKeyTypeEnum type, string value) =>
        new() { ContextKeyName = key, ContextKeyType = type, ContextKeyValues = [value] };
}
