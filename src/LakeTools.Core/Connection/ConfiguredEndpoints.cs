using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using LakeTools.Core.Connection.Profiles;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Connection;

/// <summary>
/// Endpoints that the environment or a profile sets. The SDK also reads them, but only once in a process, and treats an
/// empty variable as a URL. Here they are read when the client is created.
/// </summary>
internal static class ConfiguredEndpoints
{
    // The names in variables and services sections: the service ids in the models of the SDKs.
    private static string IdOf(LakeService service) => service switch
    {
        LakeService.LakeFormation => "lakeformation",
        LakeService.Glue => "glue",
        LakeService.SecretsManager => "secrets_manager",
        LakeService.S3 => "s3",
        LakeService.Sts => "sts",
        LakeService.Iam => "iam",
        LakeService.Logs => "cloudwatch_logs",
        LakeService.Ec2 => "ec2",
        LakeService.Ram => "ram",
        LakeService.CloudTrail => "cloudtrail",
        LakeService.Athena => "athena",
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, null),
    };

    /// <summary>
    /// The endpoint of a service, or null: AWS_ENDPOINT_URL_SERVICE, AWS_ENDPOINT_URL, the profile's services section, its endpoint_url.
    /// </summary>
    /// <param name="service">The service.</param>
    /// <param name="profile">The profile in use, or null.</param>
    /// <param name="config">A config of the service's client.</param>
    /// <exception cref="LakeException"><c>EndpointInvalid</c>: the configured value is not a URL.</exception>
    public static Uri? Of(LakeService service, CredentialProfile? profile, ClientConfig config)
    {
        if (bool.TryParse(Variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"), out var ignored)
            ? ignored : profile?.IgnoreConfiguredEndpointUrls == true) return null;
        var id = IdOf(service);
        var text = Variable("AWS_ENDPOINT_URL_" + id.ToUpperInvariant()) ?? Variable("AWS_ENDPOINT_URL") ?? OfSection(profile, config)
            ?? profile?.EndpointUrl;
        if (string.IsNullOrWhiteSpace(text)) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https")
            ? uri
            : throw Fault.EndpointInvalid(text, text).EndingPipeline();
    }

    // The SDK does not expose the sections, but resolves the endpoint of a client configuration.
    private static string? OfSection(CredentialProfile? profile, ClientConfig config)
    {
        if (string.IsNullOrEmpty(profile?.Services)) return null;
        config.Profile = ProfileStore.Settings(profile.Name);
        config.IgnoreConfiguredEndpointUrls = false;
        var url = config.ServiceURL;
        config.IgnoreConfiguredEndpointUrls = true;
        return string.IsNullOrWhiteSpace(url) ? null : url;
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
