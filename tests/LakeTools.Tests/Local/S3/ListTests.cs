using Amazon.S3.Model;
using FsCheck;
using FsCheck.Fluent;
using LakeTools.Local;
using LakeTools.Local.S3.Operations;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.Store;
using Records = LakeTools.Local.S3.Storage.Objects;

namespace LakeTools.Tests.Local.S3;

public abstract class ListTests : S3Fixture
{
    [Fact]
    public async Task Both_versions_go_on_where_a_page_ended()
    {
        string[] keys = [.. Enumerable.Range(0, 7).Select(i => $"k/{i}"), "ü/1"];
        foreach (var key in keys) await PutAsync(key);
        var second = new List<string>();
        await foreach (var item in S3.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = Bucket, MaxKeys = 3 })
            .S3Objects.WithCancellation(Ct))
            second.Add(item.Key);
        Assert.Equal(keys, second);
        var first = await S3.ListObjectsAsync(new ListObjectsRequest { BucketName = Bucket, MaxKeys = 3, Marker = "k/4" }, Ct);
        Assert.Equal(["k/5", "k/6", "ü/1"], first.S3Objects.Select(item => item.Key));
        Assert.False(first.IsTruncated);
    }

    [Fact]
    public async Task A_list_may_begin_after_a_key()
    {
        foreach (var key in (string[])["a", "b", "c"]) await PutAsync(key);
        var list = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, StartAfter = "a", FetchOwner = true }, Ct);
        Assert.Equal(["b", "c"], list.S3Objects.Select(item => item.Key));
        Assert.All(list.S3Objects, item => Assert.Equal(TestLake.Account, item.Owner.Id));
    }

    [Fact]
    public async Task A_bad_token_is_refused() => Assert.Equal(
        "InvalidArgument",
        await ErrorOf(() => S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, ContinuationToken = "!" }, Ct)));

    /// <summary>A place that is none would be the end of the list: the bucket would seem to be empty.</summary>
    [Fact]
    public async Task A_token_of_another_list_or_of_none_is_refused()
    {
        foreach (var key in (string[])["a", "b", "c"]) await PutAsync(key);
        var token = (await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, MaxKeys = 1 }, Ct)).NextContinuationToken;
        foreach (var (prefix, other) in ((string?, string)[])[("b", token), (null, "eyJhIjoxfQ=="), (null, "enp6eg==")])
        {
            Assert.Equal("InvalidArgument", await ErrorOf(() => S3.ListObjectsV2Async(
                new ListObjectsV2Request { BucketName = Bucket, Prefix = prefix, ContinuationToken = other }, Ct)));
        }

        Assert.Equal("InvalidArgument", await ErrorOf(() => S3.ListBucketsAsync(new ListBucketsRequest { ContinuationToken = token }, Ct)));
        var next = new ListObjectsV2Request { BucketName = Bucket, MaxKeys = 9, ContinuationToken = token };
        var rest = await S3.ListObjectsV2Async(next, Ct);
        Assert.Equal(["b", "c"], rest.S3Objects.Select(item => item.Key));
    }

    /// <summary>Pages of any size, put together, are what a plain reading of all keys gives: for any keys, prefix and delimiter.</summary>
    [Fact]
    public void Pages_put_together_are_the_whole_list()
    {
        var text = Gen.Elements("a", "b", "/", "ü", "\U0001F327", "\uFFFF", "\U0010FFFF").ArrayOf().Resize(6).Select(string.Concat);
        var cases =
            from keys in text.Where(key => key.Length > 0).ArrayOf().Resize(12)
            from prefix in text.Resize(2)
            from delimiter in Gen.Elements("", "/", "b")
            from limit in Gen.Choose(1, 4)
            select (Keys: keys.Distinct().ToArray(), Prefix: prefix, Delimiter: delimiter, Limit: limit);
        var lake = Lake.Lake.Instance;
        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var paged = lake.Store.Write(session =>
            {
                foreach (var item in Records.From(session, Bucket, "", true, int.MaxValue))
                    Records.Delete(session, Bucket, item.Key, DateTimeOffset.UnixEpoch);
                foreach (var key in given.Keys) Put(session, key);
                return Walk(session, given.Prefix, given.Delimiter, given.Limit);
            });
            return Expected(given.Keys, given.Prefix, given.Delimiter).SequenceEqual(paged).Label(string.Join('|', paged));
        }).QuickCheckThrowOnFailure();
    }

    private static List<string> Walk(StoreSession session, string prefix, string delimiter, int limit)
    {
        var found = new List<string>();
        var after = "";
        while (true)
        {
            var page = KeyWalk.Collect(session, Bucket, prefix, delimiter, after, limit, batch: 2);
            found.AddRange(Ordered(page.Items.Select(item => item.Key).Concat(page.CommonPrefixes)));
            if (!page.IsTruncated) return found;
            after = page.Last!;
        }
    }

    private static List<string> Expected(string[] keys, string prefix, string delimiter) => Ordered(keys
        .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(key =>
        {
            var at = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
            return at < 0 ? key : key[..(at + delimiter.Length)];
        })
        .Distinct());

    private static List<string> Ordered(IEnumerable<string> keys) =>
        [.. keys.OrderBy(key => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(key)), StringComparer.Ordinal)];

    private static void Put(StoreSession session, string key) => Records.Put(
        session,
        Bucket,
        new StoredObject(key, Guid.NewGuid().ToString("N"), 0, "e", DateTimeOffset.UnixEpoch, ObjectHeaders.None, null),
        []);
}

public sealed class ListTestsInProcess : ListTests;

public sealed class ListTestsThroughServer : ListTests
{
    protected override bool ThroughServer => true;
}
