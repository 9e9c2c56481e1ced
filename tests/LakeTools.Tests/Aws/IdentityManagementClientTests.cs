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
        <AttachedPolicies><member><PolicyName>Lake</PolicyName><PolicyArn>arn:aws:iam::111122223333:policy/Lake</PolicyArn></member></AttachedPolicies>
        <IsTruncated>false</IsTruncated></ListAttachedRolePoliciesResult>
        <ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></ListAttachedRolePoliciesResponse>
        """;

    [Fact]
    public async Task A_request_is_a_signed_form_and_the_answer_a_list_of_official_types()
    {
        var answer = new CannedAnswer(HttpStatusCode.OK, Policies, "text/xml");
        using var client = Client(answer);

        var response = await client.ListAttachedRolePoliciesAsync(
            new ListAttachedRolePoliciesRequest { RoleName = "etl" }, TestContext.Current.CancellationToken);

        List<AttachedPolicyType> policies = response.AttachedPolicies;
        Assert.Equal("arn:aws:iam::111122223333:policy/Lake", Assert.Single(policies).PolicyArn);
        Assert.Equal("r-1", response.ResponseMetadata.RequestId);
        var form = Assert.Single(answer.Bodies).Split('&');
        Assert.Contains("Action=ListAttachedRolePolicies", form);
        Assert.Contains("RoleName=etl", form);
        var signature = string.Join(",", answer.Requests[0].Headers.GetValues("Authorization"));
        Assert.Contains("/us-east-1/iam/aws4_request", signature);
    }

    [Theory]
    [InlineData("<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code></Error></ErrorResponse>", "AccessDenied")]
    [InlineData("<html><body>Forbidden</body></html>", "403")]
    [InlineData("Forbidden", "403")]
    public async Task An_error_without_a_code_is_told_by_its_status(string body, string code)
    {
        using var client = Client(new CannedAnswer(HttpStatusCode.Forbidden, body, "text/xml"));

        var error = await Assert.ThrowsAnyAsync<AmazonIdentityManagementServiceException>(() => client.ListAttachedRolePoliciesAsync(
            new ListAttachedRolePoliciesRequest { RoleName = "etl" }, TestContext.Current.CancellationToken));

        Assert.Equal(code, error.ErrorCode);
        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
    }

    private static AmazonIdentityManagementServiceClient Client(CannedAnswer answer) => new(
        new BasicAWSCredentials("id", "key"),
        new AmazonIdentityManagementServiceConfig { RegionEndpoint = RegionEndpoint.EUWest1, HttpClientFactory = answer, MaxErrorRetry = 0 });
}
