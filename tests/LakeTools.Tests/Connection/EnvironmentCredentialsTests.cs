using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using LakeTools.Core.Connection;
using LakeTools.Rules.Errors;
using LakeTools.Tests.Aws;

namespace LakeTools.Tests.Connection;

/// <summary>Alone, for the variables are the process's.</summary>
[Collection(nameof(ConfiguredEndpointTests))]
public sealed class EnvironmentCredentialsTests : IDisposable
{
    private const string RoleA = "arn:aws:iam::111111111111:role/A";
    private const string RoleB = "arn:aws:iam::222222222222:role/B";

    private static readonly string[] s_variables =
        ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE"];

    private readonly Dictionary<string, string?> _saved = s_variables.ToDictionary(name => name, Environment.GetEnvironmentVariable);
    private readonly CredentialServer _sts = new(_ => null);
    private readonly TemporaryFolder _folder = new();

    public EnvironmentCredentialsTests()
    {
        foreach (var name in s_variables) Environment.SetEnvironmentVariable(name, null);
    }

    [Fact]
    public void A_connection_keeps_the_keys_that_it_was_made_with()
    {
        SetKeys("AKIAONE", "token");
        var one = Connect();
        SetKeys("AKIATWO", null);
        var two = Connect();
        SetKeys(null, null);
        var ofOne = one.Credentials.GetCredentials();
        Assert.Equal(("AKIAONE", "token"), (ofOne.AccessKey, ofOne.Token));
        var ofTwo = two.Credentials.GetCredentials();
        Assert.Equal(("AKIATWO", ""), (ofTwo.AccessKey, ofTwo.Token));
    }

    [Fact]
    public async Task A_connection_keeps_the_role_of_its_web_identity_and_reads_the_token_each_time()
    {
        var file = Path.Combine(_folder.Path, "token");
        Environment.SetEnvironmentVariable("AWS_WEB_IDENTITY_TOKEN_FILE", file);
        Environment.SetEnvironmentVariable("AWS_ROLE_ARN", RoleA);
        var ofA = Connect();
        Environment.SetEnvironmentVariable("AWS_ROLE_ARN", RoleB);
        var ofB = Connect();
        foreach (var (connection, token) in ((LakeConnection, string)[])[(ofA, "first"), (ofB, "second"), (ofA, "third")])
        {
            await File.WriteAllTextAsync(file, token, TestContext.Current.CancellationToken);
            await Assert.ThrowsAnyAsync<AmazonServiceException>(() =>
                connection.Clients.Sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), TestContext.Current.CancellationToken));
        }

        Assert.Equal(
            [(RoleA, "first"), (RoleB, "second"), (RoleA, "third")],
            _sts.Bodies.Select(body => (Field(body, "RoleArn"), Field(body, "WebIdentityToken"))));
    }

    /// <summary>As for boto3. The next source of the chain may be another account's.</summary>
    [Fact]
    public void A_key_without_its_secret_is_an_error()
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "AKIAONE");
        Assert.Equal("CredentialsIncomplete", Assert.Throws<LakeException>(Connect).Id);
    }

    public void Dispose()
    {
        foreach (var (name, value) in _saved) Environment.SetEnvironmentVariable(name, value);
        _sts.Dispose();
        _folder.Dispose();
    }

    private static void SetKeys(string? key, string? token)
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", key);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", key is null ? null : "secret");
        Environment.SetEnvironmentVariable("AWS_SESSION_TOKEN", token);
    }

    private static string Field(string body, string name) => Uri.UnescapeDataString(
        body.Split('&').Single(field => field.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..]);

    private LakeConnection Connect() =>
        new(new LakeConnectionOptions { Region = "us-east-1", EndpointUrl = _sts.Address, MaxRetry = 0 });
}
