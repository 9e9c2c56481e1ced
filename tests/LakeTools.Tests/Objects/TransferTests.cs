using LakeTools.Core;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using Xunit;

namespace LakeTools.Tests.Objects;

public class TransferTests
{
    private const int MiB = 1024 * 1024;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly TransferOptions s_small = new() { PartSize = 5 * MiB, PartedFrom = 5 * MiB };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((5 * MiB) - 1)]
    [InlineData(5 * MiB)]
    [InlineData((5 * MiB) + 1)]
    [InlineData((17 * MiB) + 3)]
    public async Task What_is_sent_is_received(int size)
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        var content = ObjectLake.Content(size);
        var progress = new Reports();
        var item = new UploadItem(lake.Write("a.csv", content), S3Uri.Parse("s3://weather-data/raw/a.csv"), size);
        using (var upload = new ObjectUpload(lake.Connection, s_small, "Sending", size, progress))
            await upload.SendAsync(item, null, Ct);
        var stored = await ObjectListing.GetAsync(lake.Connection, item.Destination, Ct);
        Assert.Equal(size, stored!.Size);
        var path = Path.Combine(lake.Folder, "sub", "b.csv");
        using (var download = new ObjectDownload(lake.Connection, s_small, "Receiving", size, progress))
            await download.ReceiveAsync(new DownloadItem(stored, path), Ct);
        Assert.Equal(content, File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
        if (size > 0) Assert.Equal(size, progress.Done);
    }

    [Fact]
    public async Task A_cancelled_upload_leaves_nothing()
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        using var stop = new CancellationTokenSource();
        var connection = lake.Connect(handler => new Interceptor(handler, request =>
        {
            if (request.RequestUri!.Query.Contains("partNumber=3", StringComparison.Ordinal)) stop.Cancel();
        }));
        var item = new UploadItem(lake.Write("a.bin", ObjectLake.Content(20 * MiB)), S3Uri.Parse("s3://weather-data/a.bin"), 20 * MiB);
        using var upload = new ObjectUpload(connection, s_small, "Sending", 0, null);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload.SendAsync(item, null, stop.Token));
        Assert.Empty((await lake.Connection.Clients.S3.ListMultipartUploadsAsync(ObjectLake.Bucket, Ct)).MultipartUploads ?? []);
        Assert.Null(await ObjectListing.GetAsync(lake.Connection, item.Destination, Ct));
    }

    [Fact]
    public async Task A_broken_connection_goes_on_where_it_broke()
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        var content = ObjectLake.Content(9 * MiB);
        await lake.PutAsync("a.bin", content);
        var ranges = new List<string?>();
        var connection = lake.Connect(handler => new Interceptor(handler, request =>
        {
            if (request.Method == HttpMethod.Get) ranges.Add(request.Headers.Range?.ToString());
        }) { BreakAfter = MiB + 17 });
        var stored = await ObjectListing.GetAsync(connection, S3Uri.Parse("s3://weather-data/a.bin"), Ct);
        var path = Path.Combine(lake.Folder, "b.bin");
        using var download = new ObjectDownload(connection, new TransferOptions(), "Receiving", 0, null);
        await download.ReceiveAsync(new DownloadItem(stored!, path), Ct);
        Assert.Equal(content, File.ReadAllBytes(path));
        Assert.Equal([null, $"bytes={MiB + 17}-{(9 * MiB) - 1}"], ranges);
    }

    [Fact]
    public async Task An_object_that_changes_meanwhile_is_no_mixture()
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        await lake.PutAsync("a.bin", ObjectLake.Content(100));
        var stored = await ObjectListing.GetAsync(lake.Connection, S3Uri.Parse("s3://weather-data/a.bin"), Ct);
        await lake.PutAsync("a.bin", ObjectLake.Content(101));
        var path = lake.Write("b.bin", [1, 2, 3]);
        using var download = new ObjectDownload(lake.Connection, s_small, "Receiving", 0, null);
        var error = await Assert.ThrowsAsync<LakeException>(() => download.ReceiveAsync(new DownloadItem(stored!, path), Ct));
        Assert.Equal("ObjectChanged", error.Id);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(lake.Folder));
    }

    [Fact]
    public async Task A_damaged_body_is_refused()
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        await lake.PutAsync("a.bin", ObjectLake.Content(7 * MiB));
        var connection = lake.Connect(handler => new Interceptor(handler, _ => { }) { Damage = true });
        var stored = await ObjectListing.GetAsync(connection, S3Uri.Parse("s3://weather-data/a.bin"), Ct);
        using var download = new ObjectDownload(connection, s_small, "Receiving", 0, null);
        var error = await Assert.ThrowsAsync<LakeException>(() =>
            download.ReceiveAsync(new DownloadItem(stored!, Path.Combine(lake.Folder, "b.bin")), Ct));
        Assert.Equal("ChecksumMismatch", error.Id);
        Assert.Empty(Directory.GetFiles(lake.Folder));
    }

    [Fact]
    public async Task A_file_without_a_bucket_is_an_error()
    {
        using var lake = new ObjectLake();
        var item = new UploadItem(lake.Write("a.csv", [1]), S3Uri.Parse("s3://no-such-bucket/a.csv"), 1);
        using var upload = new ObjectUpload(lake.Connection, s_small, "Sending", 1, null);
        Assert.Equal("BucketNotFound", (await Assert.ThrowsAsync<LakeException>(() => upload.SendAsync(item, null, Ct))).Id);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(8L * MiB, 1)]
    [InlineData((8L * MiB) + 1, 2)]
    [InlineData(10_000L * 8 * MiB, 10_000)]
    [InlineData(5_000_000_000_000, 9_997)]
    public void Parts_cover_a_file(long size, int count)
    {
        var parts = PartPlan.Of(size, 8 * MiB);
        Assert.Equal(count, parts.Count);
        Assert.Equal(size, parts.Sum(part => part.Length));
        Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.Start + pair.First.Length, pair.Second.Start));
    }

    private sealed class Reports : IProgress<LakeProgress>
    {
        private long _done;

        public long Done => Interlocked.Read(ref _done);

        public void Report(LakeProgress value)
        {
            lock (this) _done = Math.Max(_done, value.Done);
        }
    }
}
