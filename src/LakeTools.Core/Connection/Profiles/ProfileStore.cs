using Amazon;
using Amazon.Runtime.CredentialManagement;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Connection.Profiles;

/// <summary>
/// The profiles of the shared AWS config and credentials files. The SDK looks where these lie once in a process; here
/// <c>AWS_SHARED_CREDENTIALS_FILE</c> and <c>AWS_PROFILE</c> count as they are now, for sessions change them; <c>AWS_CONFIG_FILE</c> counts
/// as it was at the first look.
/// </summary>
public static class ProfileStore
{
    /// <summary>Every profile that gives credentials.</summary>
    /// <returns>The profiles, in no order.</returns>
    /// <exception cref="LakeException"><c>ProfileServicesMissing</c>.</exception>
    public static IReadOnlyList<CredentialProfile> List() => Read(profiles => profiles.ListProfiles());

    /// <summary>The profiles, as the SDK reads them.</summary>
    internal static CredentialProfileStoreChain Open() => new(Location);

    /// <summary>The profile in use where none is named.</summary>
    internal static string NameInUse => Named ?? "default";

    /// <summary>Whether AWS_PROFILE names the profile in use.</summary>
    internal static bool IsNamed => Named is not null;

    /// <summary>Names a profile to a client's config.</summary>
    internal static Profile Settings(string name) => new(name, Location);

    /// <summary>Finds a profile.</summary>
    /// <exception cref="LakeException"><c>ProfileNotFound</c>: names those that there are.</exception>
    internal static CredentialProfile Find(string name)
    {
        if (Get(name) is { } profile) return profile;
        var known = string.Join(", ", List().Select(p => p.Name).Distinct().Order(StringComparer.OrdinalIgnoreCase));
        throw Fault.ProfileNotFound(name, known.Length == 0 ? "none" : known);
    }

    /// <summary>The profile in use where none is named, or null if there is no such profile.</summary>
    internal static CredentialProfile? InUse() => Get(NameInUse);

    private static CredentialProfile? Get(string name) => Read(profiles => profiles.TryGetProfile(name, out var profile) ? profile : null);

    private static T Read<T>(Func<CredentialProfileStoreChain, T> read)
    {
        try
        {
            return read(Open());
        }
        catch (NullReferenceException)
        {
            // The SDK's error for a missing services section of a profile.
            throw Fault.ProfileServicesMissing();
        }
    }

    private static string? Named => Environment.GetEnvironmentVariable("AWS_PROFILE") is { Length: > 0 } name ? name : null;

    private static string? Location =>
        Environment.GetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE") is { Length: > 0 } file ? file : null;
}
