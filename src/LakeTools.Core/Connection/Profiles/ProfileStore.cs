using Amazon.Runtime.CredentialManagement;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Connection.Profiles;

/// <summary>
/// The profiles of the shared AWS config and credentials files. <c>AWS_SHARED_CREDENTIALS_FILE</c>, <c>AWS_CONFIG_FILE</c> and
/// <c>AWS_PROFILE</c> count as they are now, for sessions change them.
/// </summary>
public static class ProfileStore
{
    private const string Default = "default";

    static ProfileStore() => SdkFiles.Prepare(NameInUse);

    /// <summary>Every profile.</summary>
    /// <returns>The profiles, in no order.</returns>
    /// <exception cref="LakeException"><c>ProfileFileInvalid</c>.</exception>
    public static IReadOnlyList<AwsProfile> List()
    {
        var (config, credentials) = Files();
        var names = config.Names("profile").Concat(credentials.Names(null));
        if (config.TryGet(null, Default, out _)) names = names.Append(Default);
        return [.. Encrypted().Concat(names.Distinct().Select(name => new AwsProfile(name, Settings(name, config, credentials)!)))];
    }

    /// <summary>The profile in use where none is named.</summary>
    internal static string NameInUse => Named ?? Default;

    /// <summary>Whether AWS_PROFILE names the profile in use.</summary>
    internal static bool IsNamed => Named is not null;

    /// <summary>Finds a profile.</summary>
    /// <exception cref="LakeException"><c>ProfileNotFound</c>: names those that there are.</exception>
    internal static AwsProfile Find(string name)
    {
        if (Get(name) is { } profile) return profile;
        var known = string.Join(", ", List().Select(p => p.Name).Distinct().Order(StringComparer.OrdinalIgnoreCase));
        throw Fault.ProfileNotFound(name, known.Length == 0 ? "none" : known);
    }

    /// <summary>The profile in use where none is named, or null if there is no such profile.</summary>
    internal static AwsProfile? InUse() => Get(NameInUse);

    private static AwsProfile? Get(string name)
    {
        if (Encrypted().FirstOrDefault(profile => profile.Name == name) is { } encrypted) return encrypted;
        var (config, credentials) = Files();
        return Settings(name, config, credentials) is not { } settings ? null
            : new AwsProfile(name, settings) { Services = Services(settings, config) };
    }

    // Both files may have settings of a profile; those of the credentials file win.
    private static Dictionary<string, string>? Settings(string name, ConfigFile config, ConfigFile credentials)
    {
        var isInConfig = config.TryGet("profile", name, out var ofConfig)
            || (name == Default && config.TryGet(null, Default, out ofConfig));
        if (!credentials.TryGet(null, name, out var ofCredentials) && !isInConfig) return null;
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in (ofConfig ?? settings).Concat(ofCredentials ?? settings).ToList()) settings[key] = value;
        if (settings.TryGetValue("sso_session", out var session) && config.TryGet("sso-session", session, out var ofSession))
            foreach (var (key, value) in ofSession) settings.TryAdd(key, value);
        return settings;
    }

    private static Dictionary<string, string> Services(Dictionary<string, string> settings, ConfigFile config)
    {
        var endpoints = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!settings.TryGetValue("services", out var section) || section.Length == 0) return endpoints;
        if (!config.TryGet("services", section, out var services)) throw Fault.ProfileServicesMissing();
        foreach (var (id, value) in services)
            if (config.Nested(id, value).GetValueOrDefault("endpoint_url") is { } url) endpoints[id] = url;
        return endpoints;
    }

    // The store of the AWS SDK for .NET and AWS.Tools, which the SDK has on Windows only.
    private static IEnumerable<AwsProfile> Encrypted()
    {
        if (!OperatingSystem.IsWindows() || Variable("AWS_SHARED_CREDENTIALS_FILE") is not null) return [];
        return new NetSDKCredentialsFile().ListProfiles().Select(stored => new AwsProfile(stored.Name, SettingsOf(stored), stored));
    }

    private static Dictionary<string, string> SettingsOf(CredentialProfile stored)
    {
        var options = stored.Options;
        var settings = new (string Key, string? Value)[]
        {
            ("region", stored.Region?.SystemName), ("endpoint_url", stored.EndpointUrl),
            ("aws_access_key_id", options.AccessKey), ("aws_secret_access_key", options.SecretKey), ("aws_session_token", options.Token),
            // The SDK assumes the role of a SAML profile.
            ("role_arn", options.EndpointName is null ? options.RoleArn : null),
            ("source_profile", options.SourceProfile), ("credential_source", options.CredentialSource),
            ("role_session_name", options.RoleSessionName), ("external_id", options.ExternalID), ("mfa_serial", options.MfaSerial),
            ("web_identity_token_file", options.WebIdentityTokenFile),
        };
        return settings.Where(setting => setting.Value is not null)
            .ToDictionary(setting => setting.Key, setting => setting.Value!, StringComparer.Ordinal);
    }

    private static (ConfigFile Config, ConfigFile Credentials) Files() =>
        (ConfigFile.Read(Place("AWS_CONFIG_FILE", "config")), ConfigFile.Read(Place("AWS_SHARED_CREDENTIALS_FILE", "credentials")));

    private static string Place(string variable, string file) => Variable(variable) switch
    {
        null => Path.Combine(Home, ".aws", file),
        ['~', '/' or '\\', .. var rest] => Path.Combine(Home, rest),
        var path => path,
    };

    private static string Home => Variable("HOME") ?? Variable("USERPROFILE") ?? Environment.CurrentDirectory;

    private static string? Named => Variable("AWS_PROFILE");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
