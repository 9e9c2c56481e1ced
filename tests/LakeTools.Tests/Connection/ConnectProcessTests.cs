
using LakeTools.Local.Identity;
using LakeTools.Tests.Local;
using LakeTools.Tests.Shell;

namespace LakeTools.Tests.Connection;

/// <summary>
/// What counts from the environment that a process starts with: the config file, and the roles of containers and instances.
/// </summary>
public sealed class ConnectProcessTests : IDisposable
{
    private const string RoleArn = $"arn:aws:iam::{TestLake.Account}:role/etl";

    private readonly TestLake _lake = new();
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_services_section_places_its_services()
    {
        var url = _lake.Lake.StartServer();
        var output = await RunAsync("Connect-Lake sections; (Test-LakeConnection).Principal; (Get-LakeSecretInfo).Count", $"""
            [profile sections]
            {Keys()}
            region = eu-central-1
            services = local
            [services local]
            sts =
              endpoint_url = {url}
            lakeformation =
              endpoint_url = {url}
            glue =
              endpoint_url = {url}
            secrets_manager =
              endpoint_url = {url}
            s3 =
              endpoint_url = {url}
            iam =
              endpoint_url = {url}
            cloudwatch_logs =
              endpoint_url = {url}
            """);
        Assert.Equal([$"arn:aws:sts::{TestLake.Account}:assumed-role/LakeAdmin/LakeTools", "0"], output);
    }

    /// <summary>The SDK fails where the AWS CLI reads the file, and then none of its clients works in the process.</summary>
    [Theory]
    [InlineData("[profile t] # mine", "region = eu-central-1")]
    [InlineData("[profile t]", "region: eu-central-1")]
    public async Task A_file_that_the_SDK_cannot_read_is_read(string section, string region)
    {
        var output = await RunAsync("(Test-LakeConnection).Principal; (Get-GlueDatabase | Measure-Object).Count", $"""
            {section}
            {region}
            {Keys()}
            endpoint_url = {_lake.Lake.StartServer()}
            """,
            ("AWS_PROFILE", "t"), ("AWS_REGION", ""));
        Assert.Equal([$"arn:aws:sts::{TestLake.Account}:assumed-role/LakeAdmin/LakeTools", "0"], output);
    }

    [Fact]
    public async Task A_container_gives_the_credentials()
    {
        using var container = new CredentialServer(_ => Answer());
        var output = await RunAsync("(Test-LakeConnection).Principal; Connect-Lake inside; (Test-LakeConnection).Principal", $"""
            [profile inside]
            role_arn = {RoleArn}
            credential_source = EcsContainer
            region = eu-central-1
            """,
            ("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Address.ToString()),
                ("AWS_ENDPOINT_URL", _lake.Lake.StartServer().ToString()));
        Assert.Equal(
            [$"arn:aws:sts::{TestLake.Account}:assumed-role/LakeAdmin/LakeTools",
                $"arn:aws:sts::{TestLake.Account}:assumed-role/etl/LakeTools"],
            output);
    }

    [Fact]
    public async Task An_instance_gives_the_credentials()
    {
        using var instance = new CredentialServer(path => path switch
        {
            "/latest/api/token" => "token",
            "/latest/meta-data/iam/security-credentials" => "machine",
            "/latest/meta-data/iam/security-credentials/machine" => Answer(),
            _ => null,
        });
        var output = await RunAsync("(Test-LakeConnection).Principal", "",
            ("AWS_EC2_METADATA_SERVICE_ENDPOINT", instance.Address.ToString().TrimEnd('/')), ("AWS_EC2_METADATA_DISABLED", "false"),
            ("AWS_ENDPOINT_URL", _lake.Lake.StartServer().ToString()));
        Assert.Equal([$"arn:aws:sts::{TestLake.Account}:assumed-role/LakeAdmin/LakeTools"], output);
    }

    [Fact]
    public async Task Variables_give_the_credentials_before_the_profile_and_a_role_on_top()
    {
        var keys = _lake.Lake.CredentialFor(TestLake.Analyst);
        const string Command = $"(Test-LakeConnection).Principal; Connect-Lake -RoleArn {RoleArn}; (Test-LakeConnection).Principal";
        var output = await RunAsync(Command, $"""
            [default]
            {Keys()}
            """,
            ("AWS_ACCESS_KEY_ID", keys.AccessKeyId), ("AWS_SECRET_ACCESS_KEY", keys.SecretAccessKey),
                ("AWS_ENDPOINT_URL", _lake.Lake.StartServer().ToString()));
        Assert.Equal([$"arn:aws:sts::{TestLake.Account}:assumed-role/Analyst/LakeTools", RoleArn], output);
    }

    /// <summary>Nobody can be asked with -NonInteractive, nor where the input is at its end, as here.</summary>
    [Theory]
    [InlineData("-NonInteractive")]
    [InlineData("-NoLogo")]
    public async Task Where_nobody_can_be_asked_for_a_code_that_is_the_error(string option)
    {
        var output = await RunAsync([option], "try { Connect-Lake device } catch { $_.FullyQualifiedErrorId }", $"""
            [profile device]
            {Keys()}
            role_arn = {RoleArn}
            source_profile = device
            mfa_serial = arn:aws:iam::{TestLake.Account}:mfa/me
            region = eu-central-1
            endpoint_url = http://127.0.0.1:9
            """);
        Assert.Contains("LakeTools.MfaCodeNeeded,LakeTools.Cmdlets.Connection.ConnectLakeCommand", output[^1], StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _lake.Dispose();
        _folder.Dispose();
    }

    private Task<string[]> RunAsync(string command, string config, params (string Name, string Value)[] variables) =>
        RunAsync([], command, config, variables);

    private async Task<string[]> RunAsync(string[] options, string command, string config, params (string Name, string Value)[] variables)
    {
        var file = Path.Combine(_folder.Path, "config");
        await File.WriteAllTextAsync(file, config, TestContext.Current.CancellationToken);
        var environment = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToDictionary(name => name, _ => "");
        environment["AWS_CONFIG_FILE"] = file;
        environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(_folder.Path, "credentials");
        environment["AWS_REGION"] = "eu-central-1";
        environment["AWS_EC2_METADATA_DISABLED"] = "true";
        foreach (var (name, value) in variables) environment[name] = value;
        var module = Repository.Module.Replace("'", "''", StringComparison.Ordinal);
        var end = await PwshProcess.RunAsync([.. options, "-Command", $"Import-Module '{module}'; {command}"], environment: environment);
        Assert.Equal("", end.Error);
        return end.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private string Keys()
    {
        var keys = _lake.Lake.CredentialFor(_lake.Lake.AdministratorArn);
        return $"aws_access_key_id = {keys.AccessKeyId}\naws_secret_access_key = {keys.SecretAccessKey}";
    }

    private string Answer()
    {
        var keys = _lake.Lake.CredentialFor(_lake.Lake.AdministratorArn);
        return $$"""
            {
              "Code": "Success", "Token": "", "Expiration": "2099-01-01T00:00:00Z",
              "AccessKeyId": "{{keys.AccessKeyId}}", "SecretAccessKey": "{{keys.SecretAccessKey}}"
            }
            """;
    }
}
