using System.Text.Json.Nodes;
using LakeTools.Core.Secrets;
using LakeTools.Rules.Errors;
using LakeTools.Tests.Local;
using LakeTools.Tests.Objects;

namespace LakeTools.Tests.Secrets;

public sealed class SecretServiceTests : IDisposable
{
    private readonly TestLake _lake = new();
    private readonly SecretService _secrets;

    public SecretServiceTests() => _secrets = new SecretService(_lake.Connect());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _lake.Dispose();

    [Fact]
    public async Task A_json_secret_gives_its_keys()
    {
        await CreateAsync("db", SecretContent.OfObject(
            new JsonObject { ["username"] = "loader", ["port"] = 5432, ["Password"] = "ö\"<&+" }));
        var secret = await _secrets.GetAsync("db", null, null, Cancellation);
        Assert.Equal(nameof(LakeSecretKind.Json), secret.Kind);
        Assert.Equal(["username", "port", "Password"], secret.Key);
        Assert.Equal("ö\"<&+", secret.GetKeyText("password"));
        Assert.Equal("5432", secret.GetKeyText("port"));
        Assert.Equal(5, secret.GetKey("Password").Length);
        Assert.Equal(nameof(Fault.SecretKeyNotFound), Assert.Throws<LakeException>(() => secret.GetKey("token")).Id);
    }

    [Theory]
    [InlineData("plain", LakeSecretKind.Text)]
    [InlineData("{ not json", LakeSecretKind.Text)]
    [InlineData("[1]", LakeSecretKind.Text)]
    [InlineData("""{"a":1,"a":2}""", LakeSecretKind.Json)]
    [InlineData("""{"a":"\ud800"}""", LakeSecretKind.Text)]
    [InlineData("\uFEFF{}", LakeSecretKind.Json)]
    [InlineData("{}", LakeSecretKind.Json)]
    public async Task A_text_is_what_it_is(string text, LakeSecretKind kind)
    {
        await CreateAsync("s", SecretContent.OfText(text));
        var secret = await _secrets.GetAsync("s", null, null, Cancellation);
        Assert.Equal(kind.ToString(), secret.Kind);
        Assert.Equal(text, secret.GetPlainText());
    }

    [Fact]
    public async Task Bytes_come_back()
    {
        await CreateAsync("s", SecretContent.OfBytes([0, 200, 1]));
        var secret = await _secrets.GetAsync("s", null, null, Cancellation);
        Assert.Equal(nameof(LakeSecretKind.Binary), secret.Kind);
        Assert.Equal([0, 200, 1], secret.GetBytes());
        Assert.Equal(nameof(Fault.SecretIsBinary), Assert.Throws<LakeException>(secret.GetPlainText).Id);
    }

    [Fact]
    public async Task A_change_of_one_key_leaves_the_others()
    {
        await CreateAsync("db", SecretContent.OfText("""{"username":"loader","Password":"old"}"""));
        await _secrets.ChangeAsync(new SecretChange("db", SecretContent.OfText("new"), "password", null, null), Cancellation);
        Assert.Equal("""{"username":"loader","Password":"new"}""", (await _secrets.GetAsync("db", null, null, Cancellation))
            .GetPlainText());
        Assert.Equal("old", (await _secrets.GetAsync("db", null, "AWSPREVIOUS", Cancellation)).GetKeyText("Password"));

        await CreateAsync("text", SecretContent.OfText("plain"));
        await RefusedAsync(nameof(Fault.SecretIsNoJson), () =>
            _secrets.ChangeAsync(new SecretChange("text", SecretContent.OfText("x"), "k", null, null), Cancellation));
    }

    [Fact]
    public async Task Keys_that_are_changed_at_the_same_time_are_all_kept()
    {
        await CreateAsync("db", SecretContent.OfText("{}"));
        var keys = Enumerable.Range(0, 8).Select(number => $"k{number}").ToList();
        await Task.WhenAll(keys.Select(key => Task.Run(() => ChangeKeyAsync(key, key), Cancellation)));
        Assert.Equal(keys, (await _secrets.GetAsync("db", null, null, Cancellation)).Key.Order());
    }

    [Fact]
    public async Task A_key_that_is_changed_by_another_caller_between_read_and_write_is_kept()
    {
        await CreateAsync("db", SecretContent.OfText("{}"));
        var isFirst = true;
        var connection = _lake.Connect(before: handler => new Interceptor(handler, request =>
        {
            if (!isFirst || !request.Headers.GetValues("X-Amz-Target").Single().EndsWith(".UpdateSecret", StringComparison.Ordinal)) return;
            isFirst = false;
            ChangeKeyAsync("theirs", "x").GetAwaiter().GetResult();
        }));
        var change = new SecretChange("db", SecretContent.OfText("y"), "ours", null, null);
        await new SecretService(connection).ChangeAsync(change, Cancellation);
        var secret = await _secrets.GetAsync("db", null, null, Cancellation);
        Assert.Equal(("x", "y"), (secret.GetKeyText("theirs"), secret.GetKeyText("ours")));
    }

    [Fact]
    public async Task A_description_changes_alone()
    {
        await CreateAsync("s", SecretContent.OfText("x"));
        var changed = await _secrets.ChangeAsync(new SecretChange("s", null, null, "for the loader", null), Cancellation)
            .ReadAsync(Cancellation);
        Assert.Equal("for the loader", changed.Description);
        Assert.Single(changed.Version);
    }

    [Fact]
    public async Task Patterns_choose_by_name_and_pages_are_followed()
    {
        foreach (var number in Enumerable.Range(0, 120)) await CreateAsync($"team/s{number:D3}", SecretContent.OfText("x"));
        await CreateAsync("other", SecretContent.OfText("x"));
        Assert.Equal(120, (await ListAsync("team/*")).Count);
        Assert.Equal(["team/s007"], await ListAsync("team/s00[7-7]"));
        Assert.Equal(121, (await ListAsync(null)).Count);
        Assert.Equal(["other"], await ListAsync("other"));
        await RefusedAsync(nameof(Fault.SecretNotFound), () => ListAsync("none"));
    }

    [Fact]
    public async Task Refusals_have_ids()
    {
        await CreateAsync("s", SecretContent.OfText("x"));
        await RefusedAsync(nameof(Fault.SecretNotFound), () => _secrets.GetAsync("gone", null, null, Cancellation));
        await RefusedAsync(nameof(Fault.SecretVersionNotFound), () => _secrets.GetAsync("s", null, "AWSPENDING", Cancellation));
        await RefusedAsync(nameof(Fault.SecretIdEmpty), () => _secrets.GetAsync(" ", null, null, Cancellation));
        await RefusedAsync(nameof(Fault.SecretExists), () => CreateAsync("s", SecretContent.OfText("y")));
        await RefusedAsync(nameof(Fault.InvalidSecretName), () => CreateAsync("no blanks", SecretContent.OfText("y")));
        await RefusedAsync(nameof(Fault.SecretNotFound), () => _secrets.RemoveAsync("gone", null, true, Cancellation));
        await _secrets.RemoveAsync("s", 7, false, Cancellation);
        await RefusedAsync(nameof(Fault.SecretDeleted), () => _secrets.GetAsync("s", null, null, Cancellation));
        await RefusedAsync(nameof(Fault.SecretDeleted), () => CreateAsync("s", SecretContent.OfText("y")));
        await _secrets.RemoveAsync("s", null, true, Cancellation);
        await CreateAsync("s", SecretContent.OfText("z"));
    }

    [Fact]
    public async Task What_was_read_or_written_is_guarded()
    {
        var value = Guid.NewGuid().ToString();
        Assert.False(SecretGuard.Process.IsFoundIn(value));
        await CreateAsync("s", SecretContent.OfText(value));
        Assert.True(SecretGuard.Process.IsFoundIn(value));
    }

    private Task<LakeSecretInfo> CreateAsync(string name, SecretContent content) =>
        _secrets.CreateAsync(new NewSecret(name, content, null, null, new Dictionary<string, string>()), Cancellation)
            .ReadAsync(Cancellation);

    private Task<LakeSecretInfo> ChangeKeyAsync(string key, string value) =>
        _secrets.ChangeAsync(new SecretChange("db", SecretContent.OfText(value), key, null, null), Cancellation)
            .ReadAsync(Cancellation);

    private async Task<List<string>> ListAsync(string? pattern)
    {
        var names = new List<string>();
        await foreach (var secret in _secrets.DescribeAsync(pattern, false, null, Cancellation)) names.Add(secret.Name);
        return names;
    }

    private static async Task RefusedAsync(string id, Func<Task> call) =>
        Assert.Equal(id, (await Assert.ThrowsAsync<LakeException>(call)).Id);
}
