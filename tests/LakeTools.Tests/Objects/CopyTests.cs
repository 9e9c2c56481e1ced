using System.Net;
using Amazon.S3.Model;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using Xunit;

namespace LakeTools.Tests.Objects;

public class CopyTests
{
    private const int MiB = 1024 * 1024;
    private static readonly TransferOptions s_small = new() { CopyPartSize = 5 * MiB, CopyPartedFrom = 6 * MiB };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(5 * MiB)]
    [InlineData((10 * MiB) + 1)]
    public async Task A_copy_is_what_the_object_is(int size)
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        await Buckets.CreateAsync(lake.Connection, "copies", Ct);
        var content = ObjectLake.Content(size);
        var put = new PutObjectRequest { BucketName = ObjectLake.Bucket, Key = "a ü+%.csv", InputStream = new MemoryStream(content),
            ContentType = "text/csv" };
        put.Headers.ContentEncoding = "gzip";
        put.Headers.ContentLanguage = "de";
        put.Headers.CacheControl = "no-cache";
        put.Headers.ContentDisposition = "attachment";
        put.Headers.Expires = new DateTime(2030, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        put.Metadata["owner"] = "weather";
        put.TagSet = [new Tag { Key = "stage", Value = "raw" }];
        await lake.Connection.Clients.S3.PutObjectAsync(put, Ct);
        var to = S3Uri.Parse("s3://copies/deep/b ü+%.csv");
        await CopyAsync(lake.Connection, new CopyItem((await lake.FindAsync(put.Key))!, to), s_small, Ct);

        var head = await lake.Connection.Clients.S3.GetObjectMetadataAsync(to.Bucket, to.Key, Ct);
        Assert.Equal(("text/csv", "gzip", "weather"), (head.Headers.ContentType, head.Headers.ContentEncoding, head.Metadata["owner"]));
        Assert.Equal(("de", "no-cache", "attachment"),
            (head.Headers.ContentLanguage, head.Headers.CacheControl, head.Headers.ContentDisposition));
        Assert.Equal("Wed, 02 Jan 2030 03:04:05 GMT", head.ExpiresString);
        var tags = await lake.Connection.Clients.S3.GetObjectTaggingAsync(
            new GetObjectTaggingRequest { BucketName = to.Bucket, Key = to.Key }, Ct);
        Assert.Equal("raw", Assert.Single(tags.Tagging).Value);
        var path = Path.Combine(lake.Folder, "b.csv");
        using var download = new ObjectDownload(lake.Connection, new TransferOptions(), "Receiving", 0, null);
        await download.ReceiveAsync(new DownloadItem((await ObjectListing.GetAsync(lake.Connection, to, Ct))!, path), Ct);
        Assert.Equal(content, File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData(1, false, "ObjectChanged")]
    [InlineData(6 * MiB, false, "ObjectChanged")]
    [InlineData(1, true, "ObjectExists")]
    [InlineData(6 * MiB, true, "ObjectExists")]
    public async Task A_copy_that_shall_not_be_leaves_what_is_there(int size, bool noClobber, string id)
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        await lake.PutAsync("a", ObjectLake.Content(size));
        await lake.PutAsync("b", [1]);
        var item = new CopyItem((await lake.FindAsync("a"))!, new S3Uri(ObjectLake.Bucket, "b"));
        if (!noClobber) await lake.PutAsync("a", ObjectLake.Content(size + 1));
        var error = await Assert.ThrowsAsync<LakeException>(() =>
            CopyAsync(lake.Connection, item, s_small with { NoClobber = noClobber }, Ct));
        Assert.Equal(id, error.Id);
        Assert.Equal([1], await lake.ReadAsync("b"));
        Assert.Empty(await lake.UploadsAsync());
    }

    [Theory]
    [InlineData(MiB, 412, "PreconditionFailed")]
    [InlineData(6 * MiB, 412, "PreconditionFailed")]
    [InlineData(6 * MiB, 404, "NoSuchUpload")]
    public async Task A_copy_whose_answer_was_lost_knows_its_object(int size, int status, string code)
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        var content = ObjectLake.Content(size);
        await lake.PutAsync("a", content);
        var item = new CopyItem((await lake.FindAsync("a"))!, new S3Uri(ObjectLake.Bucket, "b"));
        var connection = lake.Connect(handler => new LostAnswer(handler, ((HttpStatusCode)status, code)));
        await CopyAsync(connection, item, s_small with { NoClobber = true }, Ct);
        Assert.Equal(content, await lake.ReadAsync("b"));
        Assert.Empty(await lake.UploadsAsync());
    }

    [Theory]
    [InlineData(MiB, "b", false, "ObjectExists")]
    [InlineData(6 * MiB, "b", false, "ObjectExists")]
    [InlineData(MiB, "a", false, "WriteUncertain")]
    [InlineData(MiB, null, true, "WriteUncertain")]
    [InlineData(6 * MiB, null, true, "WriteUncertain")]
    public async Task A_copy_whose_answer_was_lost_takes_no_other_object_for_its_own(int size, string? changed, bool isUnreadable,
        string id)
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        await lake.PutAsync("a", ObjectLake.Content(size));
        var item = new CopyItem((await lake.FindAsync("a"))!, new S3Uri(ObjectLake.Bucket, "b"));
        var other = new byte[size];
        var connection = lake.Connect(handler => new LostAnswer(handler, (HttpStatusCode.PreconditionFailed, "PreconditionFailed"))
        {
            Lost = () =>
            {
                if (changed is not null) lake.PutAsync(changed, other).GetAwaiter().GetResult();
            },
            IsUnreadable = isUnreadable,
        });
        var error = await Assert.ThrowsAsync<LakeException>(() => CopyAsync(connection, item, s_small with { NoClobber = true }, Ct));
        Assert.Equal(id, error.Id);
        Assert.Empty(await lake.UploadsAsync());
    }

    [Fact]
    public async Task A_cancelled_copy_leaves_nothing()
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        await lake.PutAsync("a", ObjectLake.Content(11 * MiB));
        using var stop = new CancellationTokenSource();
        var connection = lake.Connect(handler => new RequestFault(handler, _ => false, request =>
        {
            if (request.RequestUri!.Query.Contains("partNumber=3", StringComparison.Ordinal)) stop.Cancel();
        }));
        var item = new CopyItem((await lake.FindAsync("a"))!, new S3Uri(ObjectLake.Bucket, "b"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CopyAsync(connection, item, s_small, stop.Token));
        Assert.Null(await lake.FindAsync("b"));
        Assert.Empty(await lake.UploadsAsync());
    }

    [Theory]
    [InlineData("s3://weather-data/other/", "other/b.csv")]
    [InlineData("s3://weather-data/other", "other")]
    [InlineData("s3://other-bucket", "b.csv")]
    public void One_object_goes_under_its_name(string destination, string key)
    {
        var plan = new CopyPlan(S3Uri.Parse(destination));
        plan.Add(Named("a/b.csv"));
        Assert.Equal(key, Assert.Single(plan.Items).Destination.Key);
    }

    [Fact]
    public void Two_objects_do_not_become_one()
    {
        var plan = new CopyPlan(S3Uri.Parse("s3://weather-data/one"));
        plan.Add(Named("a"));
        Assert.Equal("DestinationAmbiguous", Assert.Throws<LakeException>(() => plan.Add(Named("b"))).Id);
    }

    [Fact]
    public void An_object_is_not_copied_onto_itself()
    {
        var plan = new CopyPlan(S3Uri.Parse("s3://weather-data/a/"));
        Assert.Equal("CopyOntoItself", Assert.Throws<LakeException>(() => plan.Add(Named("a/b.csv"))).Id);
    }

    private static LakeObject Named(string key) =>
        new($"s3://{ObjectLake.Bucket}/{key}", ObjectLake.Bucket, key, 1, default, "", "STANDARD", null);

    private static async Task CopyAsync(LakeConnection connection, CopyItem item, TransferOptions options,
        CancellationToken cancellationToken)
    {
        using var copy = new ObjectCopy(connection, options, "Copying", 0, null);
        await copy.CopyAsync(item, cancellationToken);
    }
}
