using LakeTools.Core.Connection.Profiles;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Connection;

/// <summary>
/// Endpoints that the environment or a profile sets, as they were when the connection was made. The SDK also reads them, but only once in
/// a process, and treats an empty variable as a URL.
/// </summary>
internal sealed class ConfiguredEndpoints
{
    private readonly Dictionary<LakeService, string> _urls = [];

    /// <summary>
    /// Reads for each service: AWS_ENDPOINT_URL_SERVICE, AWS_ENDPOINT_URL, the profile's services section, its endpoint_url.
    /// </summary>
    /// <param name="profile">The profile in use, or null.</param>
    public ConfiguredEndpoints(AwsProfile? profile)
    {
        if (IsTrue(Variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")) ?? IsTrue(profile?["ignore_configured_endpoint_urls"]) ?? false) return;
        foreach (var service in Enum.GetValues<LakeService>())
        {
            var id = IdOf(service);
            var url = Variable("AWS_ENDPOINT_URL_" + id.ToUpperInvariant()) ?? Variable("AWS_ENDPOINT_URL")
                ?? profile?.Services.GetValueOrDefault(id) ?? profile?["endpoint_url"];
            if (!string.IsNullOrWhiteSpace(url)) _urls[service] = url;
        }
    }

    /// <summary>The endpoint of a service, or null.</summary>
    /// <param name="service">The service.</param>
    /// <exception cref="LakeException"><c>EndpointInvalid</c>: the configured value is not a URL.</exception>
    public Uri? Of(LakeService service)
    {
        if (!_urls.TryGetValue(service, out var text)) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https")
            ? uri
            : throw Fault.EndpointInvalid(text, text).EndingPipeline();
    }

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

    private static bool? IsTrue(string? text) => bool.TryParse(text, out var value) ? value : null;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
