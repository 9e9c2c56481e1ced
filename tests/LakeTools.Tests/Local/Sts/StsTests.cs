using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace LakeTools.Tests.Local.Sts;

public abstract class StsTests : IDisposable
{
    private readonly TestLake _lake = new();

    [Fact]
    public async Task The_caller_is_who_signed()
    {
        using var sts = Client();
        var identity = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), TestContext.Current.CancellationToken);
        Assert.Equal($"arn:aws:sts::{TestLake.Account}:assumed-role/LakeAdmin/LakeTools", identity.Arn);
        Assert.Equal(TestLake.Account, identity.Account);
    }

    [Fact]
    public async Task An_assumed_role_signs_as_itself()
    {
        using var sts = Client();
        var assumed = await sts.AssumeRoleAsync(
            new AssumeRoleRequest { RoleArn = TestLake.Analyst, RoleSessionName = "monday", DurationSeconds = 900 },
            TestContext.Current.CancellationToken);
        using var analyst = new AmazonSecurityTokenServiceClient(assumed.Credentials, Config());
        var identity = await analyst.GetCallerIdentityAsync(new GetCallerIdentityRequest(), TestContext.Current.CancellationToken);
        Assert.Equal($"arn:aws:sts::{TestLake.Account}:assumed-role/Analyst/monday", identity.Arn);
        Assert.Equal(assumed.AssumedRoleUser.Arn, identity.Arn);
        Assert.Equal(assumed.AssumedRoleUser.AssumedRoleId, identity.UserId);
    }

    [Theory]
    [InlineData("arn:aws:iam::999988887777:role/Other", "s01", null, "AccessDenied")]
    [InlineData(TestLake.Analyst, "a", null, "ValidationError")]
    [InlineData(TestLake.Analyst, "has space", null, "ValidationError")]
    [InlineData(TestLake.Analyst, "s01", 60, "ValidationError")]
    public async Task A_bad_request_to_assume_a_role_is_refused(string role, string session, int? seconds, string code)
    {
        using var sts = Client();
        var request = new AssumeRoleRequest { RoleArn = role, RoleSessionName = session, DurationSeconds = seconds };
        var error = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(
            () => sts.AssumeRoleAsync(request, TestContext.Current.CancellationToken));
        Assert.Equal(code, error.ErrorCode);
    }

    [Fact]
    public async Task A_token_is_given_to_who_signs_with_long_lived_keys()
    {
        using var sts = Client();
        var given = (await sts.GetSessionTokenAsync(TestContext.Current.CancellationToken)).Credentials;
        using var session = new AmazonSecurityTokenServiceClient(given, Config());
        var identity = await session.GetCallerIdentityAsync(new GetCallerIdentityRequest(), TestContext.Current.CancellationToken);
        Assert.Equal($"arn:aws:sts::{TestLake.Account}:assumed-role/LakeAdmin/LakeTools", identity.Arn);
        Assert.Equal("AccessDenied", await ErrorOf(() => session.GetSessionTokenAsync(TestContext.Current.CancellationToken)));
        var key = await sts.GetAccessKeyInfoAsync(new GetAccessKeyInfoRequest { AccessKeyId = given.AccessKeyId },
            TestContext.Current.CancellationToken);
        Assert.Equal(TestLake.Account, key.Account);
        var decode = new DecodeAuthorizationMessageRequest { EncodedMessage = "none" };
        Assert.Equal("InvalidAuthorizationMessageException", await ErrorOf(() =>
            sts.DecodeAuthorizationMessageAsync(decode, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Roles_by_way_of_a_session_last_an_hour_at_most()
    {
        using var sts = Client();
        var first = new AssumeRoleRequest { RoleArn = TestLake.Analyst, RoleSessionName = "first", DurationSeconds = 7200 };
        using var session = new AmazonSecurityTokenServiceClient((await sts.AssumeRoleAsync(first,
            TestContext.Current.CancellationToken)).Credentials, Config());
        Assert.Equal("ValidationError", await ErrorOf(() => session.AssumeRoleAsync(first, TestContext.Current.CancellationToken)));
        first.DurationSeconds = 3600;
        Assert.NotNull((await session.AssumeRoleAsync(first, TestContext.Current.CancellationToken)).Credentials);
    }

    [Theory]
    [InlineData("{", "MalformedPolicyDocument")]
    [InlineData("[]", "MalformedPolicyDocument")]
    [InlineData("""{"Statement":[]}""", "MalformedPolicyDocument")]
    [InlineData("""{"Statement":{"Effect":"Perhaps","Action":"*","Resource":"*"}}""", "MalformedPolicyDocument")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*"}}""", "MalformedPolicyDocument")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":["*"],"Resource":[7]}}""", "MalformedPolicyDocument")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Principal":"*"}}""", "MalformedPolicyDocument")]
    [InlineData("""{"Statement":{"Effect":"Allow","NotAction":"s3:*","Resource":"*"}}""", null)]
    public async Task A_session_policy_has_the_form_of_one(string policy, string? code)
    {
        using var sts = Client();
        var request = new AssumeRoleRequest { RoleArn = TestLake.Analyst, RoleSessionName = "policy", Policy = policy };
        if (code is null) Assert.NotNull((await sts.AssumeRoleAsync(request, TestContext.Current.CancellationToken)).Credentials);
        else Assert.Equal(code, await ErrorOf(() => sts.AssumeRoleAsync(request, TestContext.Current.CancellationToken)));
    }

    /// <summary>True to go through the loopback server and not through the handler in the process.</summary>
    protected virtual bool ThroughServer => false;

    public void Dispose()
    {
        _lake.Dispose();
        GC.SuppressFinalize(this);
    }

    private static async Task<string> ErrorOf(Func<Task> call) =>
        (await Assert.ThrowsAnyAsync<AmazonSecurityTokenServiceException>(call)).ErrorCode;

    private AmazonSecurityTokenServiceClient Client() => new(_lake.CredentialsOf(), Config());

    private AmazonSecurityTokenServiceConfig Config()
    {
        var config = new AmazonSecurityTokenServiceConfig();
        if (!ThroughServer) return _lake.Configure(config);
        config.ServiceURL = _lake.Lake.StartServer().AbsoluteUri;
        config.AuthenticationRegion = _lake.Lake.Region;
        config.MaxErrorRetry = 0;
        return config;
    }
}

public sealed class StsTestsInProcess : StsTests;

public sealed class StsTestsThroughServer : StsTests
{
    protected override bool ThroughServer => true;
}
