using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using LakeTools.Core.Connection;
using LakeTools.Rules.Errors;
using LakeTools.Tests.Aws;

namespace LakeTools.Tests.Connection;

/// <summary>
/// The settings of a profile with a role, as the AWS SDKs and Tools Reference Guide documents them. Alone, for the variables are the
/// process's.
/// </summary>
[Collection(nameof(ConfiguredEndpointTests))]
public sealed class ProfileCredentialsTests : IDisposable
{
    private static readonly string[] s_variables =
    [
        "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    ];

    private readonly Dictionary<string, string?> _saved = s_variables.ToDictionary(name => name, Environment.GetEnvironmentVariable);
    private readonly CredentialServer _sts = new(_ => null);
    private readonly TemporaryFolder _folder = new();

    public ProfileCredentialsTests()
    {
        foreach (var name in s_variables) Environment.SetEnvironmentVariable(name, null);
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", Path.Combine(_folder.Path, "config"));
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(_folder.Path, "credentials"));
    }

    [Theory]
    [InlineData("source_profile = t")]
    [InlineData("source_profile = other")]
    public async Task The_role_is_assumed_with_the_session_token_of_its_source_for_the_duration(string source)
    {
        const string Keys = "aws_access_key_id = AKIAONE\naws_secret_access_key = secret\naws_session_token = token";
        await CallAsync($"""
            [profile t]
            role_arn = arn:aws:iam::111111111111:role/etl
            duration_seconds = 7200
            {source}
            {Keys}
            [profile other]
            {Keys}
            """);
        Assert.Equal("token", Assert.Single(_sts.Tokens));
        Assert.Contains("&DurationSeconds=7200&", $"&{Assert.Single(_sts.Bodies)}&", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_identity_has_the_duration_too()
    {
        var token = Path.Combine(_folder.Path, "token");
        await File.WriteAllTextAsync(token, "signed", TestContext.Current.CancellationToken);
        await CallAsync($"""
            [profile t]
            role_arn = arn:aws:iam::111111111111:role/etl
            web_identity_token_file = {token}
            duration_seconds = 900
            """);
        Assert.Contains("&DurationSeconds=900&", $"&{Assert.Single(_sts.Bodies)}&", StringComparison.Ordinal);
    }

    [Fact]
    public void The_keys_of_the_environment_are_a_source()
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "AKIAONE");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "secret");
        Assert.Equal("t", Connect(WithRole("credential_source = Environment")).Name);
    }

    [Theory]
    [InlineData("credential_source = Environment")]
    [InlineData("credential_source = EcsContainer")]
    [InlineData("credential_source = Nothing")]
    [InlineData("source_profile = t\naws_access_key_id = AKIAONE\nduration_seconds = an hour")]
    [InlineData("source_profile = t\naws_access_key_id = AKIAONE")]
    public void A_source_without_credentials_is_an_error(string source) =>
        Assert.Equal("ProfileUnusable", Assert.Throws<LakeException>(() => Connect(WithRole(source))).Id);

    [Fact]
    public void A_container_at_no_address_is_an_error()
    {
        Environment.SetEnvironmentVariable("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://example.com/");
        Assert.Equal(
            "ProfileUnusable",
            Assert.Throws<LakeException>(() => Connect(WithRole("credential_source = EcsContainer"))).Id);
    }

    public void Dispose()
    {
        foreach (var (name, value) in _saved) Environment.SetEnvironmentVariable(name, value);
        _sts.Dispose();
        _folder.Dispose();
    }

    private static string WithRole(string source) => $"[profile t]\nrole_arn = arn:aws:iam::111111111111:role/etl\n{source}";

    private LakeConnection Connect(string config)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "config"), config);
        return new(new LakeConnectionOptions { ProfileName = "t", Region = "us-east-1", EndpointUrl = _sts.Address, MaxRetry = 0 });
    }

    private async Task CallAsync(string config) => await Assert.ThrowsAnyAsync<AmazonServiceException>(() =>
        Connect(config).Clients.Sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), TestContext.Current.CancellationToken));
}
