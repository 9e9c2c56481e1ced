using System.Text;
using System.Text.Json.Nodes;
using LakeTools.Local.SecretsManager;

namespace LakeTools.Tests.Local.SecretsManager;

public sealed class SecretsManagerTests : IDisposable
{
    private const string TokenA = "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa";
    private const string TokenB = "bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb";
    private const string TokenC = "cccccccc-cccc-cccc-cccc-cccccccccccc";

    private readonly ManualClock _clock = new();
    private readonly TestLake _lake;
    private readonly ApiDriver _secrets;

    public SecretsManagerTests()
    {
        _lake = new TestLake(_clock);
        _secrets = new ApiDriver(_lake, new SecretsManagerApi());
    }

    public void Dispose() => _lake.Dispose();

    [Fact]
    public void A_secret_is_found_by_name_arn_and_arn_without_suffix()
    {
        var arn = Create("team/db", "hunter2");
        Assert.Matches($@"^arn:aws:secretsmanager:eu-central-1:{TestLake.Account}:secret:team/db-[A-Za-z0-9]{{6}}$", arn);
        Assert.All(["team/db", arn, arn[..^7]], id => Assert.Equal("hunter2", ValueOf(id)));
        Assert.Equal("ResourceNotFoundException", _secrets.Refused("GetSecretValue", new { SecretId = arn[..^1] + "~" }));
        Assert.Equal("ResourceNotFoundException", _secrets.Refused("GetSecretValue", new { SecretId = "team" }));
    }

    [Fact]
    public void A_binary_value_comes_back_as_it_was()
    {
        var bytes = Convert.ToBase64String([0, 255, 128, 7]);
        _secrets.Call("CreateSecret", new { Name = "key", SecretBinary = bytes });
        var value = _secrets.Call("GetSecretValue", new { SecretId = "key" });
        Assert.Equal(bytes, (string?)value["SecretBinary"]);
        Assert.Null(value["SecretString"]);
    }

    [Fact]
    public void Values_are_encrypted_where_they_lie()
    {
        Create("db", "canary-7391-value");
        _secrets.Call("PutSecretValue", new { SecretId = "db", SecretString = "canary-7391-second" });
        foreach (var file in Directory.EnumerateFiles(_lake.Folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            Assert.DoesNotContain("canary-7391", Encoding.Latin1.GetString(memory.ToArray()));
        }
    }

    [Theory]
    [InlineData("has space")]
    [InlineData("a:b")]
    [InlineData("ends\n")]
    public void A_name_with_other_characters_is_refused(string name) =>
        Assert.Equal("ValidationException", _secrets.Refused("CreateSecret", new { Name = name, SecretString = "x" }));

    [Fact]
    public void A_new_value_moves_the_labels()
    {
        _secrets.Call("CreateSecret", new { Name = "s", SecretString = "one", ClientRequestToken = TokenA });
        _secrets.Call("PutSecretValue", new { SecretId = "s", SecretString = "two", ClientRequestToken = TokenB });
        AssertStages((TokenB, "AWSCURRENT"), (TokenA, "AWSPREVIOUS"));
        _secrets.Call("UpdateSecret", new { SecretId = "s", SecretString = "three", ClientRequestToken = TokenC });
        AssertStages((TokenC, "AWSCURRENT"), (TokenB, "AWSPREVIOUS"));

        Assert.Equal("three", ValueOf("s"));
        Assert.Equal("two", ValueOf("s", stage: "AWSPREVIOUS"));
        Assert.Equal("one", ValueOf("s", versionId: TokenA)); // deprecated, and still there
        Assert.Equal("InvalidRequestException",
            _secrets.Refused("GetSecretValue", new { SecretId = "s", VersionId = TokenA, VersionStage = "AWSCURRENT" }));
        Assert.Equal("ResourceNotFoundException", _secrets.Refused("GetSecretValue", new { SecretId = "s", VersionStage = "AWSPENDING" }));
    }

    [Fact]
    public void A_pending_value_becomes_current_by_its_label()
    {
        _secrets.Call("CreateSecret", new { Name = "s", SecretString = "one", ClientRequestToken = TokenA });
        _secrets.Call("PutSecretValue",
            new { SecretId = "s", SecretString = "two", ClientRequestToken = TokenB, VersionStages = new[] { "AWSPENDING" } });
        Assert.Equal("one", ValueOf("s"));
        Assert.Equal("InvalidParameterException", MoveRefused("AWSCURRENT", null, TokenB)); // it is on A, which must be named
        Assert.Equal("InvalidParameterException", MoveRefused("AWSCURRENT", TokenB, TokenB)); // it is not on B
        Assert.Equal("InvalidParameterException", MoveRefused("AWSCURRENT", TokenA, null)); // it must stay on a version
        Assert.Equal("ResourceNotFoundException", MoveRefused("AWSCURRENT", TokenA, TokenC));
        _secrets.Call("UpdateSecretVersionStage",
            new { SecretId = "s", VersionStage = "AWSCURRENT", RemoveFromVersionId = TokenA, MoveToVersionId = TokenB });
        _secrets.Call("UpdateSecretVersionStage", new { SecretId = "s", VersionStage = "AWSPENDING", RemoveFromVersionId = TokenB });
        AssertStages((TokenB, "AWSCURRENT"), (TokenA, "AWSPREVIOUS"));
    }

    [Fact]
    public void A_first_value_is_current_whatever_its_labels()
    {
        _secrets.Call("CreateSecret", new { Name = "s" });
        Assert.Equal("ResourceNotFoundException", _secrets.Refused("GetSecretValue", new { SecretId = "s" }));
        _secrets.Call("PutSecretValue",
            new { SecretId = "s", SecretString = "one", ClientRequestToken = TokenA, VersionStages = new[] { "mine" } });
        AssertStages((TokenA, "AWSCURRENT"), (TokenA, "mine"));
    }

    [Fact]
    public void The_same_token_is_the_same_request()
    {
        var first = _secrets.Call("CreateSecret", new { Name = "s", SecretString = "one", ClientRequestToken = TokenA });
        var again = _secrets.Call("CreateSecret", new { Name = "s", SecretString = "one", ClientRequestToken = TokenA });
        Assert.Equal((string?)first["ARN"], (string?)again["ARN"]);
        Assert.Equal("ResourceExistsException",
            _secrets.Refused("CreateSecret", new { Name = "s", SecretString = "two", ClientRequestToken = TokenA }));
        Assert.Equal("ResourceExistsException",
            _secrets.Refused("CreateSecret", new { Name = "s", SecretString = "one", ClientRequestToken = TokenB }));

        _secrets.Call("PutSecretValue", new { SecretId = "s", SecretString = "two", ClientRequestToken = TokenB });
        _secrets.Call("PutSecretValue", new { SecretId = "s", SecretString = "two", ClientRequestToken = TokenB });
        Assert.Equal("ResourceExistsException",
            _secrets.Refused("PutSecretValue", new { SecretId = "s", SecretString = "three", ClientRequestToken = TokenB }));
        Assert.Equal(2, _secrets.Call("ListSecretVersionIds", new { SecretId = "s" })["Versions"]!.AsArray().Count);
    }

    [Fact]
    public void Values_come_one_at_a_time()
    {
        Create("s", "x");
        Assert.Equal("InvalidParameterException",
            _secrets.Refused("PutSecretValue", new { SecretId = "s", SecretString = "a", SecretBinary = "YQ==" }));
        Assert.Equal("InvalidRequestException", _secrets.Refused("PutSecretValue", new { SecretId = "s" }));
    }

    [Fact]
    public void A_deleted_secret_waits_for_its_recovery_window()
    {
        var arn = Create("s", "one");
        _secrets.Call("DeleteSecret", new { SecretId = "s", RecoveryWindowInDays = 7 });
        Assert.Equal("InvalidRequestException", _secrets.Refused("GetSecretValue", new { SecretId = "s" }));
        Assert.Equal("InvalidRequestException", _secrets.Refused("PutSecretValue", new { SecretId = "s", SecretString = "two" }));
        Assert.Equal("InvalidRequestException", _secrets.Refused("CreateSecret", new { Name = "s", SecretString = "two" }));
        Assert.Equal("InvalidRequestException", _secrets.Refused("DeleteSecret", new { SecretId = "s" }));
        Assert.NotNull(_secrets.Call("DescribeSecret", new { SecretId = "s" })["DeletedDate"]);
        Assert.Empty(Names(new { }));
        Assert.Equal(["s"], Names(new { IncludePlannedDeletion = true }));

        _secrets.Call("RestoreSecret", new { SecretId = "s" });
        Assert.Equal("one", ValueOf("s"));

        _secrets.Call("DeleteSecret", new { SecretId = "s", RecoveryWindowInDays = 7 });
        _clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal("ResourceNotFoundException", _secrets.Refused("DescribeSecret", new { SecretId = "s" }));
        Assert.Equal("ResourceNotFoundException", _secrets.Refused("RestoreSecret", new { SecretId = "s" }));
        Assert.NotEqual(arn, Create("s", "new"));
        Assert.Single(_secrets.Call("ListSecretVersionIds", new { SecretId = "s", IncludeDeprecated = true })["Versions"]!.AsArray());
    }

    [Fact]
    public void Versions_of_the_last_day_are_kept_and_older_ones_removed_past_a_hundred()
    {
        Create("s", "0");
        _clock.Advance(TimeSpan.FromHours(1));
        for (var number = 1; number < 100; number++) Put(number);
        Assert.Equal("LimitExceededException", _secrets.Refused("PutSecretValue", new { SecretId = "s", SecretString = "100" }));
        Assert.Equal("99", ValueOf("s"));
        Assert.Equal(100, Versions().Count);

        // The first version is a day old now, and has no label.
        _clock.Advance(TimeSpan.FromHours(23));
        Put(100);
        Assert.Equal(100, Versions().Count);
        Assert.Equal("LimitExceededException", _secrets.Refused("PutSecretValue", new { SecretId = "s", SecretString = "101" }));

        void Put(int number) => _secrets.Call("PutSecretValue", new { SecretId = "s", SecretString = $"{number}" });
        JsonArray Versions() =>
            _secrets.Call("ListSecretVersionIds", new { SecretId = "s", IncludeDeprecated = true })["Versions"]!.AsArray();
    }

    [Fact]
    public void A_page_of_versions_goes_on_after_one_that_is_no_longer_listed()
    {
        Create("s", "0");
        _clock.Advance(TimeSpan.FromSeconds(1));
        _secrets.Call("PutSecretValue", new { SecretId = "s", SecretString = "1", VersionStages = new[] { "X" },
            ClientRequestToken = TokenA });
        var first = _secrets.Call("ListSecretVersionIds", new { SecretId = "s", MaxResults = 1 });
        Assert.Equal(TokenA, (string?)first["Versions"]![0]!["VersionId"]);
        _secrets.Call("UpdateSecretVersionStage", new { SecretId = "s", VersionStage = "X", RemoveFromVersionId = TokenA });
        var rest = _secrets.Call("ListSecretVersionIds", new { SecretId = "s", MaxResults = 1, NextToken = (string?)first["NextToken"] });
        Assert.Equal(["AWSCURRENT"], rest["Versions"]!.AsArray().Single()!["VersionStages"]!.AsArray().Select(stage => (string?)stage));
    }

    [Fact]
    public void A_forced_delete_is_final_and_can_be_repeated()
    {
        Create("s", "one");
        _secrets.Call("DeleteSecret", new { SecretId = "s", ForceDeleteWithoutRecovery = true });
        _secrets.Call("DeleteSecret", new { SecretId = "s", ForceDeleteWithoutRecovery = true });
        Assert.Equal("ResourceNotFoundException", _secrets.Refused("DescribeSecret", new { SecretId = "s" }));
        Create("s", "two");
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(31, false)]
    [InlineData(10, true)]
    public void A_recovery_window_has_bounds(int days, bool force)
    {
        Create("s", "one");
        Assert.Equal("InvalidParameterException",
            _secrets.Refused("DeleteSecret", new { SecretId = "s", RecoveryWindowInDays = days, ForceDeleteWithoutRecovery = force }));
    }

    public static TheoryData<string, string[], string[]> Filters => new()
    {
        { "name", ["a"], ["a/one", "a/two"] },
        { "name", ["A"], [] },
        { "name", ["!a"], ["b/three"] },
        { "name", ["a/o", "b"], ["a/one", "b/three"] },
        { "description", ["first"], ["a/one"] },
        { "tag-key", ["en"], ["a/one", "b/three"] },
        { "tag-value", ["prod"], ["b/three"] },
        { "all", ["ONE"], ["a/one"] },
        { "all", ["prod three"], ["b/three"] },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Filters_choose(string key, string[] values, string[] expected)
    {
        _secrets.Call("CreateSecret", new { Name = "a/one", Description = "First one",
            Tags = new[] { new { Key = "env", Value = "test" } } });
        _secrets.Call("CreateSecret", new { Name = "a/two" });
        _secrets.Call("CreateSecret", new { Name = "b/three", Tags = new[] { new { Key = "env", Value = "prod" } } });
        Assert.Equal(expected, Names(new { Filters = new[] { new { Key = key, Values = values } }, SortBy = "name", SortOrder = "asc" }));
    }

    [Theory]
    [InlineData("asc")]
    [InlineData("desc")]
    public void Pages_neither_skip_nor_repeat(string order)
    {
        foreach (var number in Enumerable.Range(0, 7)) Create($"s{number}", "x");
        var names = new List<string>();
        string? token = null;
        do
        {
            var page = _secrets.Call("ListSecrets", new { MaxResults = 2, NextToken = token, SortOrder = order });
            names.AddRange(NamesOf(page));
            token = (string?)page["NextToken"];
            if (names.Count == 2) _secrets.Call("DeleteSecret", new { SecretId = names[0], ForceDeleteWithoutRecovery = true });
        }
        while (token is not null);
        Assert.Equal(7, names.Distinct().Count());
        Assert.Equal(7, names.Count);
        Assert.Equal("InvalidNextTokenException", _secrets.Refused("ListSecrets", new { NextToken = "bm9uZQ==" }));
    }

    [Fact]
    public void A_batch_tells_each_failure()
    {
        Create("a", "one");
        Create("b", "two");
        var answer = _secrets.Call("BatchGetSecretValue", new { SecretIdList = new[] { "a", "gone", "b" } });
        Assert.Equal(["one", "two"], answer["SecretValues"]!.AsArray().Select(value => (string?)value!["SecretString"]));
        Assert.Equal("gone", (string?)Assert.Single(answer["Errors"]!.AsArray())!["SecretId"]);
        Assert.Equal("InvalidParameterException", _secrets.Refused("BatchGetSecretValue", new { }));
    }

    [Fact]
    public void Tags_are_set_and_removed_by_key()
    {
        _secrets.Call("CreateSecret", new { Name = "s", Tags = new[] { new { Key = "a", Value = "1" }, new { Key = "b", Value = "2" } } });
        _secrets.Call("TagResource", new { SecretId = "s", Tags = new[] { new { Key = "a", Value = "3" } } });
        _secrets.Call("UntagResource", new { SecretId = "s", TagKeys = new[] { "b", "none" } });
        var tag = Assert.Single(_secrets.Call("DescribeSecret", new { SecretId = "s" })["Tags"]!.AsArray())!;
        Assert.Equal(("a", "3"), ((string)tag["Key"]!, (string)tag["Value"]!));
        Assert.Equal("InvalidParameterException",
            _secrets.Refused("TagResource", new { SecretId = "s", Tags = new[] { new { Key = "aws:x", Value = "" } } }));
    }

    [Fact]
    public void A_read_leaves_its_day()
    {
        Create("s", "x");
        Assert.Null(_secrets.Call("DescribeSecret", new { SecretId = "s" })["LastAccessedDate"]);
        ValueOf("s");
        var day = (double)_secrets.Call("DescribeSecret", new { SecretId = "s" })["LastAccessedDate"]!;
        Assert.Equal(new DateTimeOffset(2026, 1, 15, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), day);
    }

    [Theory]
    [InlineData(8, false, true, "^[A-Za-z0-9]{8}$")]
    [InlineData(4096, true, false, "^[ -~]{4096}$")]
    public void A_password_has_what_was_asked_for(int length, bool space, bool excludePunctuation, string pattern)
    {
        var answer = _secrets.Call("GetRandomPassword",
            new { PasswordLength = length, IncludeSpace = space, ExcludePunctuation = excludePunctuation });
        var password = (string)answer["RandomPassword"]!;
        Assert.Matches(pattern, password);
        Assert.Contains(password, char.IsAsciiLetterLower);
        Assert.Contains(password, char.IsAsciiLetterUpper);
        Assert.Contains(password, char.IsAsciiDigit);
        Assert.Equal("InvalidParameterException", _secrets.Refused("GetRandomPassword", new { PasswordLength = 2 }));
    }

    private string Create(string name, string value) =>
        (string)_secrets.Call("CreateSecret", new { Name = name, SecretString = value })["ARN"]!;

    private string? ValueOf(string id, string? versionId = null, string? stage = null) =>
        (string?)_secrets.Call("GetSecretValue", new { SecretId = id, VersionId = versionId, VersionStage = stage })["SecretString"];

    private string MoveRefused(string stage, string? from, string? to) => _secrets.Refused(
        "UpdateSecretVersionStage", new { SecretId = "s", VersionStage = stage, RemoveFromVersionId = from, MoveToVersionId = to });

    private void AssertStages(params (string Version, string Stage)[] expected)
    {
        var stages = _secrets.Call("DescribeSecret", new { SecretId = "s" })["VersionIdsToStages"]!.AsObject()
            .SelectMany(version => version.Value!.AsArray().Select(stage => (version.Key, (string)stage!)));
        Assert.Equal(expected.Order(), stages.Order());
    }

    private List<string> Names(object input) => NamesOf(_secrets.Call("ListSecrets", input));

    private static List<string> NamesOf(JsonObject page) =>
        page["SecretList"]!.AsArray().Select(secret => (string)secret!["Name"]!).ToList();
}
