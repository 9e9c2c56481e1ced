using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LakeTools.Core.Secrets;

namespace LakeTools.Tests.Secrets;

public sealed class SecretGuardTests
{
    private const string Secret = "pa\"ss/w0rd+ü";

    public static TheoryData<string> Disguises => new()
    {
        Secret,
        $"jdbc:postgresql://admin:{Secret}@host/db",
        JsonSerializer.Serialize(new { password = Secret }),
        JsonSerializer.Serialize(new[] { JsonSerializer.Serialize(new { deep = new[] { Secret } }) }),
        "url=" + Uri.EscapeDataString(Secret),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)),
        Convert.ToBase64String(Encoding.Unicode.GetBytes("Connect " + Secret)),
        "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:" + Secret)),
        "token/" + Convert.ToBase64String(Encoding.UTF8.GetBytes("x" + Secret)).TrimEnd('='),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)).Replace('+', '-').Replace('/', '_'),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { password = Secret }))),
    };

    [Theory]
    [MemberData(nameof(Disguises))]
    public void A_value_is_found_in_every_disguise(string text)
    {
        var guard = new SecretGuard();
        Assert.False(guard.IsFoundIn(text));
        guard.Remember(SecretContent.OfText(Secret));
        Assert.True(guard.IsFoundIn(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("pa\"ss/w0rd+")]
    [InlineData("s3://bucket/path/to/file.csv")]
    [InlineData("a longer text that has nothing to hide, but is longer than the secret")]
    public void Other_texts_pass(string text)
    {
        var guard = new SecretGuard();
        guard.Remember(SecretContent.OfText(Secret));
        Assert.False(guard.IsFoundIn(text));
    }

    [Theory]
    [InlineData("hunter2", true)]
    [InlineData("jdbc://loader:hunter2@db", true)]
    [InlineData("""{"username":"loader","password":"hunter2","host":"db.internal","port":5432,"ok":true}""", true)]
    [InlineData("loader", true)]
    [InlineData("db.internal", false)] // where to go, not how to get in
    [InlineData("5432", false)]
    [InlineData("true", false)]
    public void The_keys_of_a_json_secret_count_one_by_one(string text, bool found)
    {
        var guard = new SecretGuard();
        guard.Remember(SecretContent.OfText("""{"username":"loader","password":"hunter2","host":"db.internal","port":5432,"ok":true}"""));
        Assert.Equal(found, guard.IsFoundIn(text));
    }

    [Theory]
    [InlineData("abc", true)]
    [InlineData("xabcx", false)]
    public void A_short_value_is_found_as_the_whole_text_only(string text, bool found)
    {
        var guard = new SecretGuard();
        guard.Remember("abc");
        Assert.Equal(found, guard.IsFoundIn(text));
    }

    [Fact]
    public void Bytes_are_found_in_base64()
    {
        byte[] bytes = [1, 2, 3, 250, 251, 252];
        var guard = new SecretGuard();
        guard.Remember(SecretContent.OfBytes(bytes));
        Assert.True(guard.IsFoundIn("key=" + Convert.ToBase64String(bytes)));
    }

    [Fact]
    public void A_value_is_found_wherever_it_lies_and_nothing_else_is()
    {
        var text = Gen.Elements("abAB01 :/\"\\ü".ToCharArray()).ArrayOf().Select(characters => new string(characters));
        var cases = from before in text from value in text from after in text from other in text select (before, value, after, other);
        Prop.ForAll(cases.ToArbitrary(), item =>
        {
            var guard = new SecretGuard();
            guard.Remember(item.value);
            if (item.value.Length >= SecretGuard.ShortestInside) Assert.True(guard.IsFoundIn(item.before + item.value + item.after));
            if (item.value.Length > 40 && !item.other.Contains(item.value)) Assert.False(guard.IsFoundIn(item.other));
        }).QuickCheckThrowOnFailure();
    }
}
