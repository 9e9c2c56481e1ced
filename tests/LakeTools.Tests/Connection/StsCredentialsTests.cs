using System.Net;
using System.Web;
using Amazon.Runtime;
using Amazon.SecurityToken;
using LakeTools.Core.Connection;
using LakeTools.Rules.Errors;
using LakeTools.Tests.Aws;

namespace LakeTools.Tests.Connection;

public sealed class StsCredentialsTests
{
    private const string RoleArn = "arn:aws:iam::111122223333:role/etl";
    private const string Device = "arn:aws:iam::111122223333:mfa/me";

    [Fact]
    public async Task A_role_is_asked_for_with_what_its_trust_policy_wants()
    {
        var service = new ScriptedService(Session("AssumeRole", "2099-01-01T00:00:00Z"));
        var credentials = StsCredentials.OfRole(Sts(service), new RoleToAssume(RoleArn, "monday", "partner", Device),
            new MfaCodes("123456"));
        var keys = await credentials.GetCredentialsAsync();
        Assert.Equal(("ASIAEXAMPLE", "session-secret", "session-token"), (keys.AccessKey, keys.SecretKey, keys.Token));
        var sent = HttpUtility.ParseQueryString(Assert.Single(service.Asked).Body);
        Assert.Equal(
            ["AssumeRole", RoleArn, "monday", "partner", Device, "123456"],
            new[] { "Action", "RoleArn", "RoleSessionName", "ExternalId", "SerialNumber", "TokenCode" }.Select(name => sent[name]));
    }

    [Fact]
    public async Task A_role_without_more_is_asked_for_without_more()
    {
        var service = new ScriptedService(Session("AssumeRole", "2099-01-01T00:00:00Z"));
        await StsCredentials.OfRole(Sts(service), new RoleToAssume(RoleArn, null, null, null), new MfaCodes(null)).GetCredentialsAsync();
        var sent = HttpUtility.ParseQueryString(Assert.Single(service.Asked).Body);
        Assert.Equal("LakeTools", sent["RoleSessionName"]);
        Assert.Empty(sent.AllKeys.Intersect(["ExternalId", "SerialNumber", "TokenCode"]));
    }

    [Fact]
    public async Task A_given_code_is_sent_once_and_then_somebody_is_asked()
    {
        var service = new ScriptedService(Session("AssumeRole", "2000-01-01T00:00:00Z"));
        var codes = new MfaCodes("123456");
        var credentials = StsCredentials.OfRole(Sts(service), new RoleToAssume(RoleArn, null, null, Device), codes);
        Assert.True(codes.AreNeeded);
        Assert.Equal("123456", codes.Next(Device, RoleArn));
        var error = await Assert.ThrowsAsync<LakeException>(credentials.GetCredentialsAsync);
        Assert.Equal("MfaCodeNeeded", error.Id);
        Assert.Empty(service.Asked);
        codes.Ask = device => device == Device ? " 654321 " : null;
        Assert.Equal("654321", codes.Next(Device, RoleArn));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("12345a")]
    [InlineData("1234567")]
    public void What_is_no_code_is_not_sent(string? typed)
    {
        var codes = new MfaCodes(null) { Ask = _ => typed };
        Assert.Equal("MfaCodeNeeded", Assert.Throws<LakeException>(() => codes.Next(Device, RoleArn)).Id);
    }

    [Theory]
    [InlineData("MultiFactorAuthentication failed with invalid MFA one time pass code. ", typeof(LakeException))]
    [InlineData("User: arn:aws:iam::111122223333:user/me is not authorized to perform: sts:AssumeRole",
        typeof(AmazonSecurityTokenServiceException))]
    public async Task A_wrong_code_is_told_from_a_refused_role(string message, Type thrown)
    {
        var service = new ScriptedService((HttpStatusCode.Forbidden,
            "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>"
                + $"<Message>{message}</Message></Error><RequestId>1</RequestId></ErrorResponse>"));
        var credentials = StsCredentials.OfRole(Sts(service), new RoleToAssume(RoleArn, null, null, Device), new MfaCodes("123456"));
        var error = await Assert.ThrowsAnyAsync<Exception>(credentials.GetCredentialsAsync);
        Assert.IsType(thrown, error);
        if (error is LakeException known) Assert.Equal("MfaCodeRefused", known.Id);
    }

    [Fact]
    public async Task A_web_identity_sends_the_token_as_the_file_has_it_now_and_no_signature()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "token");
        await File.WriteAllTextAsync(file, "old", TestContext.Current.CancellationToken);
        var service = new ScriptedService(Session("AssumeRoleWithWebIdentity", "2099-01-01T00:00:00Z"));
        var credentials = StsCredentials.OfWebIdentity(Sts(service, new AnonymousAWSCredentials()),
            new RoleToAssume(RoleArn, "build", null, null), file);
        await File.WriteAllTextAsync(file, "header.payload.signature\n", TestContext.Current.CancellationToken);
        Assert.Equal("ASIAEXAMPLE", (await credentials.GetCredentialsAsync()).AccessKey);
        var (request, body) = Assert.Single(service.Asked);
        Assert.False(request.Headers.Contains("Authorization"));
        var sent = HttpUtility.ParseQueryString(body);
        Assert.Equal(("AssumeRoleWithWebIdentity", RoleArn, "build", "header.payload.signature"),
            (sent["Action"], sent["RoleArn"], sent["RoleSessionName"], sent["WebIdentityToken"]));
    }

    private static AmazonSecurityTokenServiceClient Sts(ScriptedService service, AWSCredentials? credentials = null) => new(
        credentials ?? new BasicAWSCredentials("AKIDEXAMPLE", "example"),
        new AmazonSecurityTokenServiceConfig { RegionEndpoint = Amazon.RegionEndpoint.EUCentral1, HttpClientFactory = service,
            MaxErrorRetry = 0 });

    private static (HttpStatusCode Status, string Body) Session(string operation, string expiration) => (HttpStatusCode.OK,
        $"<{operation}Response "
            + $"xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><{operation}Result><Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId>"
        + "<SecretAccessKey>session-secret</SecretAccessKey><SessionToken>session-token</SessionToken>"
        + $"<Expiration>{expiration}</Expiration></Credentials>"
        + $"</{operation}Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></{operation}Response>");
}
