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

    /// <summary>True to go through the loopback server and not through the handler in the process.</summary>
    protected virtual bool ThroughServer => false;

    public void Dispose()
    {
        _lake.Dispose();
        GC.SuppressFinalize(this);
    }

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
