using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.Util;
using LakeTools.Core.Connection.Profiles;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Connection;

/// <summary>
/// Turns options into a Region and credentials. The order is that of AWS.Tools: parameters, then
/// the profile, then the environment and the rest of the SDK's chain.
/// </summary>
internal static class ConnectionResolver
{
    /// <summary>Finds the Region and the credentials. Makes no call.</summary>
    public static ResolvedConnection Resolve(LakeConnectionOptions options, string? defaultRegion)
    {
        var codes = new MfaCodes(options.MfaCode);
        if (options.Local is { } local)
            return new(Regions.Parse(options.Region ?? defaultRegion ?? "us-east-1"), local.Credentials, codes, null);

        var named = options.ProfileName is null ? null : ProfileStore.Find(options.ProfileName);
        var inUse = named ?? ProfileStore.InUse();
        var region = FindRegion(options, named, inUse, defaultRegion);
        var endpoints = options.ConfiguredEndpoints ?? new ConfiguredEndpoints(inUse);
        IAmazonSecurityTokenService StsOf(AWSCredentials source) => LakeClients.MakeSts(options, new(region, source, codes, endpoints));
        var given = FindKeys(options) ?? (named is null ? EnvironmentCredentials.BeforeProfile(StsOf) : null);
        var profile = given is null ? named ?? Implied(inUse) : null;
        CheckRole(options, profile);
        var onTop = options.RoleArn is { } arn
            ? new RoleToAssume(arn, options.RoleSessionName, options.ExternalId, options.MfaSerial) : null;
        var inProfile = onTop is null ? new RoleToAssume("", options.RoleSessionName, options.ExternalId, options.MfaSerial) : null;
        var credentials = given ?? (profile is null ? EnvironmentCredentials.AfterProfile()
            : new ProfileCredentials(StsOf, codes).Of(profile, inProfile));
        if (onTop is not null) credentials = StsCredentials.OfRole(StsOf(credentials), onTop, codes);
        if (options.MfaCode is not null && !codes.AreNeeded)
        {
            throw Fault.MfaDeviceNeeded(options.RoleArn ?? options.ProfileName);
        }

        return new(region, credentials, codes, endpoints);
    }

    /// <summary>The account in a role's ARN, or null.</summary>
    public static string? AccountOf(string? roleArn) =>
        roleArn is not null && Arn.TryParse(roleArn, out var arn) && arn.AccountId.Length == 12 ? arn.AccountId : null;

    /// <summary>
    /// The profile to use if no credentials are given. A missing profile of AWS_PROFILE is an error. The default profile may have only a
    /// Region.
    /// </summary>
    private static AwsProfile? Implied(AwsProfile? inUse) => ProfileStore.IsNamed
        ? inUse ?? ProfileStore.Find(ProfileStore.NameInUse)
        : inUse is { HasCredentials: true } ? inUse : null;

    private static void CheckRole(LakeConnectionOptions options, AwsProfile? profile)
    {
        var given = (string?[])[options.RoleSessionName, options.ExternalId, options.MfaSerial, options.MfaCode];
        if (options.RoleArn is not null || profile?["role_arn"] is not null
            || Array.TrueForAll(given, value => value is null)) return;
        throw Fault.RoleNeeded(profile?.Name);
    }

    private static RegionEndpoint FindRegion(LakeConnectionOptions options, AwsProfile? named, AwsProfile? inUse,
        string? defaultRegion)
    {
        if (options.Region is { } given) return Regions.Parse(given);
        if (named?.Region is { } ofProfile) return Regions.Parse(ofProfile);
        if (defaultRegion is not null) return Regions.Parse(defaultRegion);
        // The environment's AWS_REGION and AWS_DEFAULT_REGION, then the default profile; instance metadata is asked last.
        if (Environment.GetEnvironmentVariable("AWS_REGION") is { Length: > 0 } aws) return Regions.Parse(aws);
        if (Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION") is { Length: > 0 } fallback) return Regions.Parse(fallback);
        if (inUse?.Region is { } ofInUse) return Regions.Parse(ofInUse);
        return EC2InstanceMetadata.Region ?? throw Fault.RegionNotFound(null, ProfileStore.NameInUse);
    }

    private static AWSCredentials? FindKeys(LakeConnectionOptions options)
    {
        if (options is { AccessKey: null, SecretKey: null }) return options.Credentials;
        // An empty key is a variable without a value, and not the wish to use other credentials.
        if (string.IsNullOrWhiteSpace(options.AccessKey) || options.SecretKey is not { Length: > 0 } secret
            || options.SessionToken is { Length: 0 })
            throw Fault.IncompleteCredentials(options.AccessKey);
        return options.SessionToken is { } token
            ? new SessionAWSCredentials(options.AccessKey, PlainText.Of(secret), PlainText.Of(token))
            : new BasicAWSCredentials(options.AccessKey, PlainText.Of(secret));
    }
}
