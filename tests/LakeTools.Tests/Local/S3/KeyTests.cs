
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Storage;
using LakeTools.Tests.Local.Wire;

namespace LakeTools.Tests.Local.S3;

/// <summary>Keys are names and never paths: any text is one, each is told from every other, and none leaves the lake's folder.</summary>
public sealed class KeyTests : IDisposable
{
    private static readonly string[] s_keys =
    [
        "plain", "..", "../..", "../../../../tmp/laketools-escaped", "a/../../b", "./a", "a", "/absolute", "//double", "a/", "a//b",
        @"..\..\windows", @"C:\windows", "C:", @"\\server\share\file", "file:stream", "CON", "nul", "COM1.txt", "aux.", "trailing ",
            "trailing.",
        "\u00e9", "e\u0301", "\u212b", "\u00c5", "A", "line\nbreak", "nul\0byte", "tab\t", "%2e%2e%2f", "+", " ", "\u202e", "\ud83d\ude00",
            "<&>\"'",
        "objects/incoming/x", "lake.db", "lake.key", new('k', 1024), new('\u00e9', 512),
    ];

    private readonly TestLake _lake = new();
    private readonly LocalCredential _keys;

    public KeyTests()
    {
        _keys = _lake.Lake.CredentialFor(_lake.Lake.AdministratorArn);
    }

    [Fact]
    public async Task Every_key_holds_its_own_bytes_and_lies_in_the_folder()
    {
        Assert.Equal(200, await StatusOf("PUT", "/bucket", ""));
        foreach (var key in s_keys) Assert.Equal((key, 200), (key, await StatusOf("PUT", PathOf(key), ContentOf(key))));
        foreach (var key in s_keys) Assert.Equal((200, ContentOf(key)), await Request("GET", PathOf(key), "").SendAsync(_lake.Lake));
        var made = _lake.ObjectFiles();
        Assert.Equal(s_keys.Length, made.Length);
        Assert.All(made, file => Assert.Matches("^[0-9a-f]{32}$", Path.GetFileName(file)));
        Assert.All(
            Directory.EnumerateFileSystemEntries(_lake.Folder).Select(Path.GetFileName),
            name => Assert.Contains(name, (string[])["lake.db", "lake.db-wal", "lake.db-shm", "lake.key", "objects"]));
    }

    [Theory]
    [InlineData(1025, "k")]
    [InlineData(513, "\u00e9")]
    public async Task A_key_of_more_than_1024_bytes_is_refused(int count, string character)
    {
        Assert.Equal(200, await StatusOf("PUT", "/bucket", ""));
        Assert.Equal(400, await StatusOf("PUT", PathOf(string.Concat(Enumerable.Repeat(character, count))), ""));
    }

    [Theory]
    [InlineData("/..")]
    [InlineData("/../key")]
    [InlineData("/a..b")]
    [InlineData("/%00bucket")]
    [InlineData("/Bucket")]
    [InlineData("/bu")]
    [InlineData("/127.0.0.1")]
    [InlineData("/%2e%2e%2fbucket")]
    public async Task No_bucket_has_such_a_name(string path) => Assert.InRange(await StatusOf("PUT", path, ""), 400, 404);

    public void Dispose() => _lake.Dispose();

    // Too much for the store, so that it lies in a file.
    private static string ContentOf(string key) => key.PadRight(Segment.MaxInStore + 1);

    private static string PathOf(string key) => "/bucket/" + Uri.EscapeDataString(key).Replace("%2F", "/", StringComparison.Ordinal);

    private RawRequest Request(string method, string path, string body) =>
        new RawRequest(method, "127.0.0.1", path, "", body).Sign(_keys, "s3");

    private async Task<int> StatusOf(string method, string path, string body) =>
        (await Request(method, path, body).SendAsync(_lake.Lake)).Status;
}
