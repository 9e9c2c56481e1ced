using System.Collections.Concurrent;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using Xunit;

namespace LakeTools.Tests.Objects;

public class DownloadTests
{
    private const int MiB = 1024 * 1024;
    private static readonly TransferOptions s_small = new() { PartSize = 5 * MiB, PartedFrom = 6 * MiB };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_part_whose_connection_breaks_goes_on_where_it_broke()
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        var content = ObjectLake.Content(12 * MiB);
        await lake.PutAsync("a.bin", content);
        var ranges = new ConcurrentBag<(long From, long To)>();
        var connection = lake.Connect(handler => new Interceptor(handler, request =>
        {
            if (request.Headers.Range?.Ranges.Single() is { } range) ranges.Add((range.From!.Value, range.To!.Value));
        }) { BreakAfter = MiB + 17 });
        var path = Path.Combine(lake.Folder, "b.bin");
        using var download = new ObjectDownload(connection, s_small, "Receiving", 0, null);
        await download.ReceiveAsync(new DownloadItem((await lake.FindAsync("a.bin"))!, path), Ct);
        Assert.Equal(content, File.ReadAllBytes(path));
        Assert.Equal(4, ranges.Count);
        Assert.Single(ranges, range => range.From % (5 * MiB) == MiB + 17);
    }

    [Fact]
    public async Task A_connection_that_gives_nothing_for_long_counts_as_broken()
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        var content = ObjectLake.Content(2 * MiB);
        await lake.PutAsync("a.bin", content);
        var requests = 0;
        var connection = lake.Connect(handler =>
            new Interceptor(handler, request => requests += request.Method == HttpMethod.Get ? 1 : 0) { BreakAfter = MiB, Stalls = true });
        var path = Path.Combine(lake.Folder, "b.bin");
        using var download = new ObjectDownload(connection, s_small with { Stall = TimeSpan.FromSeconds(1) }, "Receiving", 0, null);
        await download.ReceiveAsync(new DownloadItem((await lake.FindAsync("a.bin"))!, path), Ct);
        Assert.Equal(content, File.ReadAllBytes(path));
        Assert.Equal(2, requests);
    }

    [Fact]
    public async Task What_killed_downloads_left_is_removed_and_nothing_else()
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        await lake.PutAsync("a.bin", [1, 2, 3]);
        var left = Old(lake.Write(".a.bin.0123456789abcdef0123456789abcdef.part", [1]));
        var underWay = Old(lake.Write(".b.bin.0123456789abcdef0123456789abcdef.part", [1]));
        var young = lake.Write(".c.bin.0123456789abcdef0123456789abcdef.part", [1]);
        var theirs = Old(lake.Write(".d.bin.part", [1]));
        using (new FileStream(underWay, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        using (var download = new ObjectDownload(lake.Connection, s_small, "Receiving", 0, null))
            await download.ReceiveAsync(new DownloadItem((await lake.FindAsync("a.bin"))!, Path.Combine(lake.Folder, "a.bin")), Ct);
        Assert.False(File.Exists(left));
        Assert.All([underWay, young, theirs], path => Assert.True(File.Exists(path)));
    }

    [Fact]
    public void A_marker_of_a_folder_is_left_out_and_an_object_of_that_name_is_not()
    {
        var plan = new DownloadPlan(Path.GetTempPath(), isFolder: true);
        plan.AddBelow(Named("raw/sub/", 0), 4);
        Assert.Empty(plan.Items);
        Assert.Equal("KeyNotAFileName", Assert.Throws<LakeException>(() => plan.AddBelow(Named("raw/sub/", 1), 4)).Id);
    }

    [Theory]
    [InlineData("name.")]
    [InlineData("name ")]
    [InlineData("folder./name")]
    [InlineData("folder /name")]
    public void A_name_that_Windows_would_shorten_is_no_file_name(string key)
    {
        var plan = new DownloadPlan(Path.GetTempPath(), isFolder: true);
        Assert.Equal("KeyNotAFileName", Assert.Throws<LakeException>(() => plan.AddBelow(Named("raw/" + key, 1), 4)).Id);
        Assert.Empty(plan.Items);
    }

    private static LakeObject Named(string key, long size) =>
        new($"s3://{ObjectLake.Bucket}/{key}", ObjectLake.Bucket, key, size, default, "", "STANDARD", null);

    private static string Old(string path)
    {
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        return path;
    }
}
