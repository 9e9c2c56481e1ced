using Amazon;
using Amazon.CloudWatchLogs;
using Amazon.Glue;
using Amazon.IdentityManagement;
using Amazon.LakeFormation;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using LakeTools.Aws;

namespace LakeTools.Tests.Aws;

/// <summary>Compares the hosts that clients call with <c>endpoints.txt</c>: what AWS's endpoint rule sets give in botocore.</summary>
public sealed class EndpointTests
{
    private static readonly Dictionary<string, Func<ServiceConfig>> s_configs = new(StringComparer.Ordinal)
    {
        ["glue"] = () => new AmazonGlueConfig(),
        ["iam"] = () => new AmazonIdentityManagementServiceConfig(),
        ["lakeformation"] = () => new AmazonLakeFormationConfig(),
        ["logs"] = () => new AmazonCloudWatchLogsConfig(),
        ["secretsmanager"] = () => new AmazonSecretsManagerConfig(),
    };

    public static TheoryData<string, string, string, string, string?> Recorded()
    {
        var data = new TheoryData<string, string, string, string, string?>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests/LakeTools.Tests/Aws/endpoints.txt")))
        {
            if (line.StartsWith('#')) continue;
            var words = line.Split(' ');
            data.Add(words[0], words[1], words[2], words[3], words.ElementAtOrDefault(4));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Recorded))]
    public void A_service_is_where_its_rules_place_it(string service, string region, string variant, string host, string? signingRegion)
    {
        var config = s_configs[service]();
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        config.UseFIPSEndpoint = variant.StartsWith("fips", StringComparison.Ordinal);
        config.UseDualstackEndpoint = variant.EndsWith("dualstack", StringComparison.Ordinal);

        var endpoint = config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new ListSecretsRequest()));

        Assert.Equal(host, new Uri(endpoint.URL).Host);
        var schemes = endpoint.Attributes?["authSchemes"] as System.Collections.IEnumerable;
        var scheme = schemes?.Cast<PropertyBag>().Single();
        Assert.Equal(signingRegion, scheme?["signingRegion"]);
    }
}
