using System.Text.Json.Nodes;
using LakeTools.Local.SecretsManager;

namespace LakeTools.Tests.Local.SecretsManager;

public sealed class SecretRotationTests : IDisposable
{
    private const string TokenA = "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa";
    private const string TokenB = "bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb";
    private const string TokenC = "cccccccc-cccc-cccc-cccc-cccccccccccc";
    private const string Lambda = $"arn:aws:lambda:eu-central-1:000000000000:function:{RotationFunction.Manual}";

    private readonly ManualClock _clock = new();
    private readonly TestLake _lake;
    private readonly ApiDriver _secrets;

    public SecretRotationTests()
    {
        _lake = new TestLake(_clock);
        _secrets = new ApiDriver(_lake, new SecretsManagerApi());
        _secrets.Call("CreateSecret", new { Name = "s", SecretString = "one", ClientRequestToken = TokenA });
    }

    public void Dispose() => _lake.Dispose();

    [Fact]
    public void The_four_steps_of_a_function_rotate_a_secret()
    {
        Assert.Equal(TokenB, (string?)_secrets.Call("RotateSecret", Rotation(TokenB))["VersionId"]);
        AssertStages((TokenA, "AWSCURRENT"), (TokenB, "AWSPENDING"));
        Assert.Equal("ResourceNotFoundException",
            _secrets.Refused("GetSecretValue", new { SecretId = "s", VersionId = TokenB, VersionStage = "AWSPENDING" }));
        Assert.Equal("ResourceNotFoundException", Moved(TokenA, TokenB)); // what is empty cannot become current

        _secrets.Call("PutSecretValue",
            new { SecretId = "s", ClientRequestToken = TokenB, SecretString = "two", VersionStages = new[] { "AWSPENDING" } });
        Assert.Equal("one", (string?)_secrets.Call("GetSecretValue", new { SecretId = "s" })["SecretString"]);
        Assert.Null(Moved(TokenA, TokenB));
        _secrets.Call("UpdateSecretVersionStage", new { SecretId = "s", VersionStage = "AWSPENDING", RemoveFromVersionId = TokenB });

        AssertStages((TokenB, "AWSCURRENT"), (TokenA, "AWSPREVIOUS"));
        Assert.Equal("two", (string?)_secrets.Call("GetSecretValue", new { SecretId = "s" })["SecretString"]);
        Assert.Equal(Now, (double?)Facts["LastRotatedDate"]);
    }

    [Fact]
    public void One_rotation_at_a_time()
    {
        _secrets.Call("RotateSecret", Rotation(TokenB));
        _secrets.Call("RotateSecret", Rotation(TokenB)); // the same request sent twice
        Assert.Equal("InvalidRequestException", _secrets.Refused("RotateSecret", Rotation(TokenC)));
        Assert.Equal(TokenB, (string?)_secrets.Call("CancelRotateSecret", new { SecretId = "s" })["VersionId"]);
        Assert.False((bool)Facts["RotationEnabled"]!);
        Assert.Equal("InvalidRequestException", _secrets.Refused("RotateSecret", Rotation(TokenC))); // the label is still there
        _secrets.Call("UpdateSecretVersionStage", new { SecretId = "s", VersionStage = "AWSPENDING", RemoveFromVersionId = TokenB });
        _secrets.Call("RotateSecret", new { SecretId = "s", ClientRequestToken = TokenC }); // the function is remembered
        Assert.True((bool)Facts["RotationEnabled"]!);
    }

    [Fact]
    public void The_lake_runs_its_own_function()
    {
        _secrets.Call("UpdateSecret", new { SecretId = "s", SecretString = """{"username":"me","password":"old"}""",
            ClientRequestToken = TokenB });
        _secrets.Call("RotateSecret", new { SecretId = "s", ClientRequestToken = TokenC,
            RotationLambdaARN = $"arn:aws:lambda:us-east-1:000000000000:function:{RotationFunction.Name}" });
        AssertStages((TokenC, "AWSCURRENT"), (TokenB, "AWSPREVIOUS"));
        var value = JsonNode.Parse((string)_secrets.Call("GetSecretValue", new { SecretId = "s" })["SecretString"]!)!;
        Assert.Equal("me", (string?)value["username"]);
        Assert.Equal(32, ((string)value["password"]!).Length);
        Assert.Equal(Now, (double?)Facts["LastRotatedDate"]);
    }

    [Fact]
    public void A_rotation_may_wait_for_its_schedule()
    {
        _secrets.Call("RotateSecret", new
        {
            SecretId = "s", RotationLambdaARN = Lambda, RotateImmediately = false,
            RotationRules = new { ScheduleExpression = "cron(0 8 1 * ? *)", Duration = "3h" },
        });
        AssertStages((TokenA, "AWSCURRENT"));
        Assert.Equal("cron(0 8 1 * ? *)", (string?)Facts["RotationRules"]!["ScheduleExpression"]);
        Assert.Equal("3h", (string?)Facts["RotationRules"]!["Duration"]);
    }

    /// <summary>Source: API reference, RotationRulesType: not into the next window, and not into the next UTC day.</summary>
    [Theory]
    [InlineData(5L, null, "24h", true)]
    [InlineData(5L, null, "25h", false)]
    [InlineData(5L, null, "0h", false)]
    [InlineData(null, "rate(4 hours)", "4h", true)]
    [InlineData(null, "rate(4 hours)", "5h", false)]
    [InlineData(null, "rate(10 days)", "25h", false)]
    [InlineData(null, "cron(0 20 1 * ? *)", "4h", true)]
    [InlineData(null, "cron(30 20 1 * ? *)", "4h", false)]
    [InlineData(null, "cron(0 /8 * * ? *)", "2h", true)]
    public void A_window_ends_with_its_day_and_before_the_next(long? days, string? schedule, string duration, bool isGood)
    {
        var request = new
        {
            SecretId = "s", RotationLambdaARN = Lambda,
            RotationRules = new { AutomaticallyAfterDays = days, ScheduleExpression = schedule, Duration = duration },
        };
        if (isGood) _secrets.Call("RotateSecret", request);
        else Assert.Equal("InvalidParameterException", _secrets.Refused("RotateSecret", request));
        Assert.Equal(isGood ? duration : null, (string?)Facts["RotationRules"]?["Duration"]);
    }

    [Theory]
    [InlineData(10L, null, 11)] // the end of the tenth day
    [InlineData(null, "rate(10 days)", 11)]
    [InlineData(null, "cron(0 8 1 * ? *)", null)]
    public void The_next_rotation_is_told(long? days, string? schedule, int? endOfDay)
    {
        _secrets.Call("RotateSecret", new { SecretId = "s", RotationLambdaARN = Lambda,
            RotationRules = new { AutomaticallyAfterDays = days, ScheduleExpression = schedule } });
        var today = new DateTimeOffset(_clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        Assert.Equal(endOfDay is null ? null
            : today.AddDays(endOfDay.Value).AddSeconds(-1).ToUnixTimeSeconds(), (double?)Facts["NextRotationDate"]);
    }

    [Theory]
    [InlineData(null, null, null, "InvalidRequestException")] // no function
    [InlineData(Lambda, 10L, "rate(10 days)", "InvalidParameterException")]
    [InlineData(Lambda, null, "rate(3 hours)", "InvalidParameterException")]
    [InlineData(Lambda, null, "every day", "InvalidParameterException")]
    [InlineData(Lambda, null, "cron(0 8 1 *)", "InvalidParameterException")]
    public void Rules_that_make_no_sense_are_refused(string? lambda, long? days, string? schedule, string code) =>
        Assert.Equal(code, _secrets.Refused("RotateSecret", new
    {
        SecretId = "s", RotationLambdaARN = lambda, RotationRules = new { AutomaticallyAfterDays = days, ScheduleExpression = schedule },
    }));

    [Fact] // recorded: test_rotate_secret_invalid_lambda_arn
    public void A_function_that_is_not_there_changes_nothing()
    {
        var before = Facts.ToJsonString();
        Assert.Equal("AccessDeniedException", _secrets.Refused("RotateSecret", new
        {
            SecretId = "s", RotationLambdaARN = "arn:aws:lambda:eu-central-1:000000000000:function:rotate",
            RotationRules = new { AutomaticallyAfterDays = 1 },
        }));
        Assert.Equal(before, Facts.ToJsonString());
        Assert.Equal("InvalidRequestException", _secrets.Refused("CancelRotateSecret", new { SecretId = "s" }));
    }

    [Fact]
    public void A_deleted_secret_is_not_rotated()
    {
        _secrets.Call("DeleteSecret", new { SecretId = "s" });
        Assert.Equal("InvalidRequestException", _secrets.Refused("RotateSecret", Rotation(TokenB)));
        Assert.Equal("InvalidRequestException", _secrets.Refused("CancelRotateSecret", new { SecretId = "s" }));
    }

    private JsonObject Facts => _secrets.Call("DescribeSecret", new { SecretId = "s" });

    private double Now => _clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

    private static object Rotation(string token) =>
        new { SecretId = "s", ClientRequestToken = token, RotationLambdaARN = Lambda, RotationRules = new { AutomaticallyAfterDays = 30 } };

    private string? Moved(string from, string to)
    {
        var move = new { SecretId = "s", VersionStage = "AWSCURRENT", RemoveFromVersionId = from, MoveToVersionId = to };
        try
        {
            _secrets.Call("UpdateSecretVersionStage", move);
            return null;
        }
        catch (LakeTools.Local.Wire.ApiException refusal)
        {
            return refusal.Code;
        }
    }

    private void AssertStages(params (string Version, string Stage)[] expected)
    {
        var stages = Facts["VersionIdsToStages"]!.AsObject()
            .SelectMany(version => version.Value!.AsArray().Select(stage => (version.Key, (string)stage!)));
        Assert.Equal(expected.Order(), stages.Order());
    }
}
