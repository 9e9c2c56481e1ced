using Amazon.Runtime.CredentialManagement;

namespace LakeTools.Core.Connection.Profiles;

/// <summary>A profile of the shared AWS config and credentials files, or of the encrypted store of AWS.Tools on Windows.</summary>
public sealed class AwsProfile
{
    private readonly IReadOnlyDictionary<string, string> _settings;

    internal AwsProfile(string name, IReadOnlyDictionary<string, string> settings, CredentialProfile? stored = null)
    {
        Name = name;
        _settings = settings;
        Stored = stored;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The code of its Region, as it is in the file. Null if it sets none.</summary>
    public string? Region => this["region"];

    /// <summary>The profile of the encrypted store. Null for one of the files.</summary>
    internal CredentialProfile? Stored { get; }

    /// <summary>Whether it sets anything that gives credentials.</summary>
    internal bool HasCredentials => Stored is not null || this["aws_access_key_id"] is not null || this["role_arn"] is not null
        || this["credential_process"] is not null || this["sso_session"] is not null || this["sso_start_url"] is not null
        || this["login_session"] is not null;

    /// <summary>Endpoints by the ID of a service, from the <c>services</c> section that the profile names.</summary>
    internal IReadOnlyDictionary<string, string> Services { get; init; } = new Dictionary<string, string>();

    /// <summary>A setting. Null if it is missing or empty.</summary>
    internal string? this[string setting] =>
        _settings.TryGetValue(setting, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}
