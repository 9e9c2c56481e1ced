using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using LakeTools.Local;

namespace LakeTools.Tests.Local.Sts;

/// <summary>Roles of another account of the lake, after the IAM user guide's cross-account policy evaluation logic: both sides must allow.
/// </summary>
public sealed class CrossAccountRoleTests : IDisposable
{
    private const string Other = "222222222222";
    private const string Role = $"arn:aws:iam::{Other}:role/Consumer";
    private const string Caller = $"arn:aws:iam::{TestLake.Account}:role/etl";
    private const string Anybody = """{"AWS":"*"}""";
    private const string May = """{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::222222222222:role/Consumer"}""";

    private readonly TestLake _lake = new();
    private readonly LocalLake _other;

    public CrossAccountRoleTests() => _other = LocalLake.Open(new LocalLakeOptions { Folder = _lake.Folder, AccountId = Other });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"AWS":"arn:aws:iam::111122223333:root"}""", null, May, null, true)]
    [InlineData("""{"AWS":["arn:aws:iam::999988887777:root","111122223333"]}""", null, May, null, true)]
    [InlineData("""{"AWS":"arn:aws:iam::111122223333:role/etl"}""", null, May, null, true)]
    [InlineData("""{"AWS":"arn:aws:iam::111122223333:role/other"}""", null, May, null, false)]
    [InlineData("""{"AWS":"arn:aws:iam::999988887777:root"}""", null, May, null, false)]
    [InlineData("""{"Service":"glue.amazonaws.com"}""", null, May, null, false)]
    [InlineData(Anybody, null, """{"Effect":"Allow","Action":["sts:*"],"Resource":"*"}""", null, true)]
    [InlineData(Anybody, null, """{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::*:role/Con*"}""", null, true)]
    [InlineData(Anybody, null, null, null, false)]
    [InlineData(Anybody, null, """{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::222222222222:role/x"}""", null,
        false)]
    [InlineData(Anybody, null, """{"Effect":"Allow","Action":"s3:*","Resource":"*"}""", null, false)]
    [InlineData(Anybody, null, May + """,{"Effect":"Deny","Action":"sts:*","Resource":"*"}""", null, false)]
    [InlineData(Anybody, """{"StringEquals":{"sts:ExternalId":"tenant-7"}}""", May, "tenant-7", true)]
    [InlineData(Anybody, """{"StringEquals":{"sts:ExternalId":"tenant-7"}}""", May, "tenant-8", false)]
    [InlineData(Anybody, """{"StringEquals":{"sts:ExternalId":"tenant-7"}}""", May, null, false)]
    [InlineData(Anybody, """{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/*"}}""", May, null, true)]
    [InlineData(Anybody, """{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::111122223333:user/*"}}""", May, null, false)]
    [InlineData(Anybody, """{"StringEquals":{"aws:PrincipalAccount":"111122223333"}}""", May, null, true)]
    [InlineData(Anybody, """{"StringLike":{"sts:RoleSessionName":"mon*"}}""", May, null, true)]
    [InlineData(Anybody, """{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}""", May, null, false)]
    public async Task A_role_of_another_account_takes_whom_it_trusts_and_who_may(
        string trusted, string? condition, string? policy, string? externalId, bool isTaken)
    {
        await MakeAsync(trusted, condition, policy);
        using var sts = Client(Caller);
        var request = new AssumeRoleRequest { RoleArn = Role, RoleSessionName = "monday", ExternalId = externalId };
        if (!isTaken)
        {
            Assert.Equal("AccessDenied", await ErrorOf(() => sts.AssumeRoleAsync(request, Ct)));
            return;
        }

        var given = (await sts.AssumeRoleAsync(request, Ct)).Credentials;
        using var session = new AmazonSecurityTokenServiceClient(given, _lake.Configure(new AmazonSecurityTokenServiceConfig()));
        var identity = await session.GetCallerIdentityAsync(new GetCallerIdentityRequest(), Ct);
        Assert.Equal((Other, $"arn:aws:sts::{Other}:assumed-role/Consumer/monday"), (identity.Account, identity.Arn));
        using var iam = new AmazonIdentityManagementServiceClient(given, _lake.Configure(new AmazonIdentityManagementServiceConfig()));
        Assert.Equal(["Consumer"], (await iam.ListRolesAsync(new ListRolesRequest(), Ct)).Roles.Select(role => role.RoleName));
    }

    [Fact]
    public async Task Who_is_not_recorded_trusts_nobody_across_accounts_and_has_no_policy()
    {
        using var sts = Client(Caller);
        var request = new AssumeRoleRequest { RoleArn = Role, RoleSessionName = "monday" };
        Assert.Equal("AccessDenied", await ErrorOf(() => sts.AssumeRoleAsync(request, Ct)));
        request.RoleArn = "arn:aws:iam::999988887777:role/Consumer";
        Assert.Equal("AccessDenied", await ErrorOf(() => sts.AssumeRoleAsync(request, Ct)));
        await MakeAsync(Anybody, null, May);
        using var admin = Client(_lake.Lake.AdministratorArn);
        request.RoleArn = Role;
        Assert.Equal("AccessDenied", await ErrorOf(() => admin.AssumeRoleAsync(request, Ct)));
        request.RoleArn = $"arn:aws:iam::{Other}:role/path/Consumer";
        Assert.Equal("AccessDenied", await ErrorOf(() => sts.AssumeRoleAsync(request, Ct)));
    }

    // Passing session tags in AWS STS: sts:TagSession on both sides.
    [Theory]
    [InlineData("sts:AssumeRole", "sts:*", false)]
    [InlineData("sts:*", "sts:AssumeRole", false)]
    [InlineData("sts:*", "sts:*", true)]
    public async Task Session_tags_and_identities_need_rights_of_their_own(string trusted, string allowed, bool isTaken)
    {
        await MakeAsync(Anybody, null, $$"""{"Effect":"Allow","Action":"{{allowed}}","Resource":"*"}""", trusted);
        using var sts = Client(Caller);
        var plain = new AssumeRoleRequest { RoleArn = Role, RoleSessionName = "monday" };
        Assert.NotNull(await sts.AssumeRoleAsync(plain, Ct));
        AssumeRoleRequest[] more =
        [
            new() { RoleArn = Role, RoleSessionName = "monday", Tags = [new() { Key = "team", Value = "a" }] },
            new() { RoleArn = Role, RoleSessionName = "monday", SourceIdentity = "somebody" },
        ];
        foreach (var request in more)
        {
            if (isTaken) Assert.NotNull(await sts.AssumeRoleAsync(request, Ct));
            else Assert.Equal("AccessDenied", await ErrorOf(() => sts.AssumeRoleAsync(request, Ct)));
        }
    }

    [Fact]
    public async Task A_session_policy_takes_the_right_away_and_AdministratorAccess_gives_it()
    {
        await MakeAsync(Anybody, null, null);
        using var iam = Iam(_lake.Lake.AdministratorArn);
        await iam.AttachRolePolicyAsync(
            new AttachRolePolicyRequest { RoleName = "etl", PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess" }, Ct);
        using var sts = Client(Caller);
        var request = new AssumeRoleRequest { RoleArn = Role, RoleSessionName = "monday" };
        Assert.NotNull(await sts.AssumeRoleAsync(request, Ct));
        var cut = (await sts.AssumeRoleAsync(new AssumeRoleRequest
        {
            RoleArn = Caller,
            RoleSessionName = "cut",
            Policy = """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}""",
        }, Ct)).Credentials;
        using var session = new AmazonSecurityTokenServiceClient(cut, _lake.Configure(new AmazonSecurityTokenServiceConfig()));
        Assert.Equal("AccessDenied", await ErrorOf(() => session.AssumeRoleAsync(request, Ct)));
    }

    [Theory]
    [InlineData("id.example.com", true)]
    [InlineData("arn:aws:iam::222222222222:oidc-provider/id.example.com", true)]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/id.example.com", false)]
    public async Task A_token_opens_roles_of_every_account(string provider, bool isTaken)
    {
        await MakeAsync($$"""{"Federated":"{{provider}}"}""", null, null, "sts:AssumeRoleWithWebIdentity");
        using var sts = new AmazonSecurityTokenServiceClient(
            new AnonymousAWSCredentials(), _lake.Configure(new AmazonSecurityTokenServiceConfig()));
        var request = new AssumeRoleWithWebIdentityRequest { RoleArn = Role, RoleSessionName = "token", WebIdentityToken = Token() };
        if (isTaken) Assert.Equal($"arn:aws:sts::{Other}:assumed-role/Consumer/token",
            (await sts.AssumeRoleWithWebIdentityAsync(request, Ct)).AssumedRoleUser.Arn);
        else Assert.Equal("AccessDenied", await ErrorOf(() => sts.AssumeRoleWithWebIdentityAsync(request, Ct)));
        request.RoleArn = "arn:aws:iam::999988887777:role/Consumer";
        Assert.Equal("AccessDenied", await ErrorOf(() => sts.AssumeRoleWithWebIdentityAsync(request, Ct)));
    }

    public void Dispose()
    {
        _other.Dispose();
        _lake.Dispose();
    }

    private static async Task<string> ErrorOf(Func<Task> call) =>
        (await Assert.ThrowsAnyAsync<AmazonSecurityTokenServiceException>(call)).ErrorCode;

    private AmazonSecurityTokenServiceClient Client(string principal) =>
        new(_lake.CredentialsOf(principal), _lake.Configure(new AmazonSecurityTokenServiceConfig()));

    private AmazonIdentityManagementServiceClient Iam(string principal) =>
        new(_lake.CredentialsOf(principal), _lake.Configure(new AmazonIdentityManagementServiceConfig()));

    private async Task MakeAsync(string trusted, string? condition, string? policy, string action = "sts:AssumeRole")
    {
        using var there = Iam(_other.AdministratorArn);
        await there.CreateRoleAsync(new CreateRoleRequest
        {
            RoleName = "Consumer",
            AssumeRolePolicyDocument = $$"""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{{trusted}},"Action":"{{action}}"
                {{(condition is null ? "" : ",\"Condition\":" + condition)}}}]}
                """,
        }, Ct);
        using var here = Iam(_lake.Lake.AdministratorArn);
        await here.CreateRoleAsync(new CreateRoleRequest
        {
            RoleName = "etl",
            AssumeRolePolicyDocument = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"glue.amazonaws.com"},
                "Action":"sts:AssumeRole"}]}
                """,
        }, Ct);
        if (policy is null) return;
        await here.PutRolePolicyAsync(new PutRolePolicyRequest
        {
            RoleName = "etl",
            PolicyName = "roles",
            PolicyDocument = $$"""{"Version":"2012-10-17","Statement":[{{policy}}]}""",
        }, Ct);
    }

    // Signed by .NET's own RSA, with a key whose public half lies in the lake's folder.
    private string Token()
    {
        using var key = RSA.Create(2048);
        File.WriteAllText(Path.Combine(_lake.Folder, "web-identity.pem"), key.ExportSubjectPublicKeyInfoPem());
        var end = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 600;
        var claims = new { iss = "https://id.example.com", sub = "app", aud = "sts.amazonaws.com", exp = end };
        var text = $"{Part(new { alg = "RS256" })}.{Part(claims)}";
        return $"{text}.{Encode(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";

        static string Part<T>(T claims) => Encode(JsonSerializer.SerializeToUtf8Bytes(claims));

        static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
