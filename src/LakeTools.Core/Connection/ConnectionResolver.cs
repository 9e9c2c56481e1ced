using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using LakeTools.Core.Errors;

namespace LakeTools.Core.Connection;

/// <summary>
/// Turns options into a region and credentials. The order is the one that users of AWS.Tools know: what is given, then
/// the profile, then the environment and the rest of the SDK's chain.
/// </summary>
internal static class ConnectionResolver
{
    private const string DefaultRoleSessionName = "LakeTools";

    /// <summary>Finds region and credentials. Calls nothing.</summary>
    public static ResolvedConnection Resolve(LakeConnectionOptions options, string? defaultRegion)
    {
        if (options.Local is { } local) return new(ParseRegion(options.Region ?? defaultRegion ?? "us-east-1"), local.Credentials);

        var profile = FindProfile(options.ProfileName);
        var region = FindRegion(options, profile, defaultRegion);
        var credentials = FindCredentials(options, profile);
        if (options.RoleArn is { } role) credentials = Assume(role, credentials, options);
        return new(region, credentials);
    }

    /// <summary>The account in a role's ARN, or null.</summary>
    public static string? AccountOf(string? roleArn) =>
        roleArn is not null && Arn.TryParse(roleArn, out var arn) && arn.AccountId.Length == 12 ? arn.AccountId : null;

    private static CredentialProfile? FindProfile(string? name)
    {
        if (name is null) return null;
        var chain = new CredentialProfileStoreChain();
        if (chain.TryGetProfile(name, out var profile)) return profile;
        var known = string.Join(", ", chain.ListProfiles().Select(p => p.Name).Distinct().Order(StringComparer.OrdinalIgnoreCase));
        throw new LakeException(nameof(Errors.Errors.ProfileNotFound), LakeErrorCategory.NotFound, name,
            Errors.Errors.ProfileNotFound, name, known.Length == 0 ? "none" : known) { EndsPipeline = true };
    }

    private static RegionEndpoint FindRegion(LakeConnectionOptions options, CredentialProfile? profile, string? defaultRegion)
    {
        if (options.Region is { } given) return ParseRegion(given);
        if (profile?.Region is { } ofProfile) return ofProfile;
        if (defaultRegion is not null) return ParseRegion(defaultRegion);
        // The environment's AWS_REGION and AWS_DEFAULT_REGION, then the default profile; instance metadata is asked last.
        if (Environment.GetEnvironmentVariable("AWS_REGION") is { Length: > 0 } aws) return ParseRegion(aws);
        if (Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION") is { Length: > 0 } fallback) return ParseRegion(fallback);
        return FallbackRegionFactory.GetRegionEndpoint() ?? throw new LakeException(nameof(Errors.Errors.RegionNotFound),
            LakeErrorCategory.InvalidArgument, null, Errors.Errors.RegionNotFound, ProfileInUse()) { EndsPipeline = true };
    }

    private static RegionEndpoint ParseRegion(string name)
    {
        var region = RegionEndpoint.GetBySystemName(name);
        // A region newer than the SDK is taken as it is, as long as it looks like one.
        if (region.DisplayName != "Unknown" || LooksLikeRegion(name)) return region;
        throw new LakeException(nameof(Errors.Errors.UnknownRegion), LakeErrorCategory.InvalidArgument, name,
            Errors.Errors.UnknownRegion, name) { EndsPipeline = true };
    }

    private static bool LooksLikeRegion(string name) =>
        System.Text.RegularExpressions.Regex.IsMatch(name, @"\A[a-z]{2,4}(-[a-z]+){1,3}-[0-9]\z");

    private static AWSCredentials? FindCredentials(LakeConnectionOptions options, CredentialProfile? profile)
    {
        if (options.AccessKey is null != options.SecretKey is null)
        {
            throw new LakeException(nameof(Errors.Errors.IncompleteCredentials), LakeErrorCategory.InvalidArgument, options.AccessKey,
                Errors.Errors.IncompleteCredentials) { EndsPipeline = true };
        }

        if (options.AccessKey is { } key)
        {
            var secret = PlainText.Of(options.SecretKey!);
            return options.SessionToken is { } token
                ? new SessionAWSCredentials(key, secret, PlainText.Of(token))
                : new BasicAWSCredentials(key, secret);
        }

        // Null leaves the search to the client, which looks when it first signs.
        return profile is null ? null : AWSCredentialsFactory.GetAWSCredentials(profile, new CredentialProfileStoreChain());
    }

    private static AssumeRoleAWSCredentials Assume(string role, AWSCredentials? source, LakeConnectionOptions options) => new(
        source ?? Amazon.Runtime.Credentials.DefaultAWSCredentialsIdentityResolver.GetCredentials(),
        role,
        options.RoleSessionName ?? DefaultRoleSessionName,
        new AssumeRoleAWSCredentialsOptions { ExternalId = options.ExternalId });

    /// <summary>The profile that the SDK's own chain looks in.</summary>
    internal static string ProfileInUse() => Environment.GetEnvironmentVariable("AWS_PROFILE") is { Length: > 0 } name ? name : "default";
}
