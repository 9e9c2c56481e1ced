using Amazon;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.Glue;
using Amazon.Glue.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.LakeFormation;
using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using LakeTools.Aws;

namespace LakeTools.Tests.Aws;

/// <summary>Alone, for the variables are the process's.</summary>
[CollectionDefinition(nameof(ConfiguredEndpointTests), DisableParallelization = true)]
[Collection(nameof(ConfiguredEndpointTests))]
public sealed class ConfiguredEndpointTests
{
    private static readonly AWSCredentials s_credentials = new BasicAWSCredentials("id", "key");

    public static TheoryData<string> Variables =>
    [
        "AWS_ENDPOINT_URL_LAKEFORMATION",
        "AWS_ENDPOINT_URL_GLUE",
        "AWS_ENDPOINT_URL_SECRETS_MANAGER",
        "AWS_ENDPOINT_URL_CLOUDWATCH_LOGS",
        "AWS_ENDPOINT_URL_IAM",
    ];

    [Theory]
    [MemberData(nameof(Variables))]
    public void A_variable_places_its_own_service_only(string variable)
    {
        Environment.SetEnvironmentVariable(variable, "http://lake.example:8080");
        try
        {
            Assert.Equal([variable], Variables.Select(row => row.Data)
                .Where(name => Endpoint(name).Contains("lake.example", StringComparison.Ordinal)));
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    private static string Endpoint(string variable)
    {
        (ServiceClient Client, AmazonWebServiceRequest Request) service = variable switch
        {
            "AWS_ENDPOINT_URL_LAKEFORMATION" => (
                new AmazonLakeFormationClient(s_credentials, RegionEndpoint.EUWest1), new GetDataLakeSettingsRequest()),
            "AWS_ENDPOINT_URL_GLUE" => (new AmazonGlueClient(s_credentials, RegionEndpoint.EUWest1), new GetDatabasesRequest()),
            "AWS_ENDPOINT_URL_SECRETS_MANAGER" => (
                new AmazonSecretsManagerClient(s_credentials, RegionEndpoint.EUWest1), new ListSecretsRequest()),
            "AWS_ENDPOINT_URL_CLOUDWATCH_LOGS" => (
                new AmazonCloudWatchLogsClient(s_credentials, RegionEndpoint.EUWest1), new DescribeLogGroupsRequest()),
            _ => (new AmazonIdentityManagementServiceClient(s_credentials, RegionEndpoint.EUWest1), new GetRoleRequest()),
        };
        using (service.Client) return service.Client.DetermineServiceOperationEndpoint(service.Request).URL;
    }
}
