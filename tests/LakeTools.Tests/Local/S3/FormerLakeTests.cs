using System.Text;
using LakeTools.Local;
using LakeTools.Local.S3.Storage;
using LakeTools.Tests.Local.Lakes;
using LakeTools.Tests.Local.Wire;

namespace LakeTools.Tests.Local.S3;

/// <summary>
/// The objects of a lake that an earlier version made, whose store knows nothing of versions, classes and checksums that S3 adds.
/// </summary>
public sealed class FormerLakeTests : IDisposable
{
    private const string Object = "/weather-data/seattle/year%3D2012/a.csv";
    private const string Content = "2012-01-01,12.8\n";

    private static readonly DateTimeOffset s_now = new(2026, 11, 24, 16, 10, 0, TimeSpan.Zero);

    private readonly TestLake _lake = new(
        new FakeClock { Now = s_now }, Path.Combine(Repository.Root, "tests", "LakeTools.Tests", "Local", "Lakes", "v1", "lake"));

    [Fact]
    public async Task A_former_object_becomes_the_version_null_of_a_bucket_that_keeps_versions()
    {
        const string Enabled = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
        Assert.Equal(Content, await SendAsync("GET " + Object));
        await SendAsync("PUT /weather-data?versioning=", Enabled);
        await SendAsync("PUT " + Object, "new");
        Assert.Equal("new", await SendAsync("GET " + Object));
        Assert.Equal(Content, await SendAsync($"GET {Object}?versionId=null"));
        await SendAsync("DELETE " + Object);
        Assert.Equal(Content, await SendAsync($"GET {Object}?versionId=null"));
    }

    [Fact]
    public async Task A_former_object_is_what_a_new_one_is_where_nothing_was_said()
    {
        var head = await HeadAsync();
        Assert.Equal("AES256", head["x-amz-server-side-encryption"]);
        Assert.False(head.ContainsKey(ObjectHeaders.StorageClassHeader));
        Assert.False(head.ContainsKey("x-amz-version-id"));
        Assert.Contains("<StorageClass>STANDARD</StorageClass>", await SendAsync("GET /weather-data?list-type=2"));
        Assert.Contains("<Permission>FULL_CONTROL</Permission>", await SendAsync($"GET {Object}?acl="));
        Assert.Contains("eu-central-1", await SendAsync("GET /weather-data?location="));
    }

    public void Dispose() => _lake.Dispose();

    private async Task<string> SendAsync(string request, string body = "") =>
        (await new RecordedCall("s3", request, body).SendAsync(_lake.Lake, s_now)).Answer;

    private async Task<IReadOnlyDictionary<string, string>> HeadAsync()
    {
        var request = new RawRequest("HEAD", "s3.eu-central-1.amazonaws.com", Object, "", "")
            .Sign(_lake.Lake.CredentialFor(_lake.Lake.AdministratorArn), "s3", s_now);
        var headers = new LakeTools.Local.Wire.WireHeaders();
        foreach (var (name, value) in request.Headers) headers.Append(name, value);
        var answer = await _lake.Lake.Instance.Router.HandleAsync(
            new LakeTools.Local.Wire.WireRequest
            {
                Method = "HEAD",
                Path = Object,
                Query = "",
                Host = request.Host,
                Headers = headers,
                Body = new MemoryStream(Encoding.UTF8.GetBytes("")),
            },
            TestContext.Current.CancellationToken);
        return answer.Headers;
    }
}
