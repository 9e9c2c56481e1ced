using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using FsCheck;
using FsCheck.Fluent;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Operations;
using LakeTools.Local.S3.Storage;
using LakeTools.Tests.Local.LakeFormation;
using Records = LakeTools.Local.S3.Storage.Objects;

namespace LakeTools.Tests.Local.Gates;

/// <summary>A list from above a registered location leaves out what the caller may not list there: keys, versions and uploads.</summary>
public sealed class ListGateTests : GuardedLake
{
    private static readonly string[] s_keys = ["open/a", "reg-old/a", "reg/a", "reg/hybrid/a", "reg/sub/b", "z"];

    private AmazonS3Client S3 { get; set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        S3 = Client(Lake.CredentialsOf());
        await S3.PutBucketAsync("lake", Ct);
        foreach (var key in s_keys)
        {
            await S3.PutObjectAsync(new PutObjectRequest { BucketName = "lake", Key = key, ContentBody = "x" }, Ct);
            await S3.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = "lake", Key = key }, Ct);
        }

        await RegisterAsync("arn:aws:s3:::lake/reg", isHybrid: false);
        await RegisterAsync("arn:aws:s3:::lake/reg/hybrid", isHybrid: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("r")]
    public async Task Who_may_not_list_a_location_is_shown_none_of_it(string prefix)
    {
        string[] all = ["open/a", "reg-old/a", "reg/hybrid/a", "z"];
        string[] open = [.. all.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))];
        using var guest = Client(Lake.CredentialsOf(Guest));
        Assert.Equal(open, await ListAsync(guest, prefix));
        Assert.Equal(s_keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)), await ListAsync(S3, prefix));
        var first = await guest.ListObjectsAsync(new ListObjectsRequest { BucketName = "lake", Prefix = prefix }, Ct);
        Assert.Equal(open, first.S3Objects.Select(item => item.Key));
        var versions = await guest.ListVersionsAsync(new ListVersionsRequest { BucketName = "lake", Prefix = prefix }, Ct);
        Assert.Equal(open, versions.Versions.Select(item => item.Key));
        Assert.Equal(open, await UploadsAsync(guest, prefix));
        Assert.Equal(s_keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)), await UploadsAsync(S3, prefix));
        Assert.Equal("AccessDenied", await ErrorOf(() => ListAsync(guest, "reg/")));
    }

    [Fact]
    public async Task A_folder_of_hidden_keys_alone_is_hidden()
    {
        using var guest = Client(Lake.CredentialsOf(Guest));
        var request = new ListObjectsV2Request { BucketName = "lake", Delimiter = "/" };
        Assert.Equal(["open/", "reg-old/", "reg/"], (await guest.ListObjectsV2Async(request, Ct)).CommonPrefixes);
        await Administrator.LakeFormation.DeregisterResourceAsync(
            new DeregisterResourceRequest { ResourceArn = "arn:aws:s3:::lake/reg/hybrid" }, Ct);
        Assert.Equal(["open/", "reg-old/"], (await guest.ListObjectsV2Async(request, Ct)).CommonPrefixes);
    }

    /// <summary>Pages of any size, put together, are the keys whose nearest location is open.</summary>
    [Fact]
    public void Pages_put_together_are_what_is_open()
    {
        var parts = Gen.Elements("a", "b", "/", "//", "ü").ArrayOf().Resize(5).Select(string.Concat);
        var cases =
            from keys in parts.Where(key => key.Length > 0).ArrayOf().Resize(12)
            from locations in parts.Select(key => key.TrimEnd('/')).ArrayOf().Resize(4)
            from closed in Gen.Choose(0, 15)
            from delimiter in Gen.Elements("", "/")
            from limit in Gen.Choose(1, 4)
            select (Keys: keys.Distinct().ToArray(), Locations: locations.Distinct().ToArray(), Closed: closed, delimiter, Limit: limit);
        var lake = Lake.Lake.Instance;
        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var closed = given.Locations.Select((key, index) => (key, (given.Closed >> index & 1) == 1)).ToDictionary();
            var expected = given.Keys.Where(key => !closed.Where(location => Holds(location.Key, key))
                    .OrderByDescending(location => location.Key.Length).Select(location => location.Value).FirstOrDefault())
                .Select(key => key.IndexOf('/') is var at && given.delimiter.Length > 0 && at >= 0 ? key[..(at + 1)] : key)
                .Distinct().Order(StringComparer.Ordinal);
            var paged = lake.Store.Write(session =>
            {
                foreach (var item in Records.From(session, "lake", "", true, int.MaxValue))
                    Records.Delete(session, "lake", item.Key, DateTimeOffset.UnixEpoch);
                foreach (var key in given.Keys)
                    Records.Put(session, "lake", new StoredObject(key, Guid.NewGuid().ToString("N"), 0, "e", DateTimeOffset.UnixEpoch,
                        ObjectHeaders.None, null), []);
                var (found, after) = (new List<string>(), "");
                while (true)
                {
                    var page = KeyWalk.Collect(session, "lake", "", given.delimiter, after, given.Limit, new ClosedKeys(closed), batch: 2);
                    found.AddRange(page.Items.Select(item => item.Key).Concat(page.CommonPrefixes));
                    if (!page.IsTruncated) return found;
                    after = page.Last!;
                }
            });
            return paged.Order(StringComparer.Ordinal).SequenceEqual(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    // As Lake Formation's locations hold keys: the folder, and the object of that very name.
    private static bool Holds(string location, string key) =>
        location.Length == 0 || (key.TrimEnd('/') + "/").StartsWith(location + "/", StringComparison.Ordinal);

    private static async Task<List<string>> ListAsync(AmazonS3Client s3, string prefix)
    {
        var keys = new List<string>();
        await foreach (var item in s3.Paginators.ListObjectsV2(
            new ListObjectsV2Request { BucketName = "lake", Prefix = prefix, MaxKeys = 2 }).S3Objects.WithCancellation(Ct))
            keys.Add(item.Key);
        return keys;
    }

    private static async Task<List<string>> UploadsAsync(AmazonS3Client s3, string prefix)
    {
        var keys = new List<string>();
        await foreach (var item in s3.Paginators.ListMultipartUploads(
            new ListMultipartUploadsRequest { BucketName = "lake", Prefix = prefix, MaxUploads = 1 }).Uploads.WithCancellation(Ct))
            keys.Add(item.Key);
        return keys;
    }

    private AmazonS3Client Client(AWSCredentials credentials) => new(credentials, Lake.Configure(new AmazonS3Config()));

    private Task RegisterAsync(string arn, bool isHybrid) => Administrator.LakeFormation.RegisterResourceAsync(
        new RegisterResourceRequest { ResourceArn = arn, UseServiceLinkedRole = true, HybridAccessEnabled = isHybrid }, Ct);
}
