using System.Net;
using Amazon;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;

namespace LakeTools.Tests.Aws;

public sealed class IdentityManagementClientTests
{
    private const string Policies = """
        <ListAttachedRolePoliciesResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ListAttachedRolePoliciesResult>
        <AttachedPolicies><member><PolicyName>Lake</PolicyName>
        <PolicyArn>arn:aws:iam::111122223333:policy/Lake</PolicyArn></member></AttachedPolicies>
        <IsTruncated>false</IsTruncated></ListAttachedRolePoliciesResult>
        <ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></ListAttachedRolePoliciesResponse>
        """;

    [Fact]
    public async Task A_request_is_a_signed_form_and_the_answer_a_list_of_official_types()
    {
        var answer = new ScriptedService((HttpStatusCode.OK, Policies)) { MediaType = "text/xml" };
        using var client = Client(answer);

        var response = await client.ListAttachedRolePoliciesAsync(
            new ListAttachedRolePoliciesRequest { RoleName = "etl" }, TestContext.Current.CancellationToken);

        List<AttachedPolicyType> policies = response.AttachedPolicies;
        Assert.Equal("arn:aws:iam::111122223333:policy/Lake", Assert.Single(policies).PolicyArn);
        Assert.Equal("r-1", response.ResponseMetadata.RequestId);
        var form = Assert.Single(answer.Asked).Body.Split('&');
        Assert.Contains("Action=ListAttachedRolePolicies", form);
        Assert.Contains("RoleName=etl", form);
        var signature = string.Join(",", answer.Asked[0].Request.Headers.GetValues("Authorization"));
        Assert.Contains("/us-east-1/iam/aws4_request", signature);
    }

    [Theory]
    [InlineData("<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code></Error></ErrorResponse>", "AccessDenied")]
    [InlineData("<html><body>Forbidden</body></html>", "403")]
    [InlineData("Forbidden", "403")]
    public async Task An_error_without_a_code_is_told_by_its_status(string body, string code)
    {
        using var client = Client(new ScriptedService((HttpStatusCode.Forbidden, body)) { MediaType = "text/xml" });

        var error = await Assert.ThrowsAnyAsync<AmazonIdentityManagementServiceException>(() => client.ListAttachedRolePoliciesAsync(
            new ListAttachedRolePoliciesRequest { RoleName = "etl" }, TestContext.Current.CancellationToken));

        Assert.Equal(code, error.ErrorCode);
        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
    }

    /// <summary>Source: the endpoint rules of IAM's API model.</summary>
    [Theory]
    [InlineData("eu-west-1", false, false, "https://iam.amazonaws.com/", "us-east-1")]
    [InlineData("eu-west-1", true, false, "https://iam-fips.amazonaws.com/", "us-east-1")]
    [InlineData("eu-west-1", false, true, "https://iam.global.api.aws/", "us-east-1")]
    [InlineData("cn-northwest-1", false, false, "https://iam.cn-north-1.amazonaws.com.cn/", "cn-north-1")]
    [InlineData("us-gov-east-1", true, false, "https://iam.us-gov.amazonaws.com/", "us-gov-west-1")]
    [InlineData("us-iso-west-1", false, false, "https://iam.us-iso-east-1.c2s.ic.gov/", "us-iso-east-1")]
    [InlineData("us-isob-east-1", false, false, "https://iam.us-isob-east-1.sc2s.sgov.gov/", "us-isob-east-1")]
    [InlineData("eusc-de-east-1", false, false, "https://iam.eusc-de-east-1.amazonaws.eu/", "eusc-de-east-1")]
    public async Task A_request_goes_to_its_partition_and_leaves_the_config_alone(
        string region, bool fips, bool dualStack, string url, string signingRegion)
    {
        var answer = new ScriptedService((HttpStatusCode.OK, Policies)) { MediaType = "text/xml" };
        var config = new AmazonIdentityManagementServiceConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
            HttpClientFactory = answer,
        };
        using var client = new AmazonIdentityManagementServiceClient(new BasicAWSCredentials("id", "key"), config);

        await client.ListAttachedRolePoliciesAsync(
            new ListAttachedRolePoliciesRequest { RoleName = "etl" }, TestContext.Current.CancellationToken);

        Assert.Equal(url, answer.Asked[0].Request.RequestUri!.AbsoluteUri);
        var signature = string.Join(",", answer.Asked[0].Request.Headers.GetValues("Authorization"));
        Assert.Contains($"/{signingRegion}/iam/aws4_request", signature);
        Assert.Null(config.AuthenticationRegion);
    }

    private static AmazonIdentityManagementServiceClient Client(ScriptedService answer) => new(
        new BasicAWSCredentials("id", "key"),
        new AmazonIdentityManagementServiceConfig { RegionEndpoint = RegionEndpoint.EUWest1, HttpClientFactory = answer,
            MaxErrorRetry = 0 });
}
