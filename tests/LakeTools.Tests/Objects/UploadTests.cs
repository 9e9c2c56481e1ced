using System.Net;
using Amazon.S3;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using Xunit;

namespace LakeTools.Tests.Objects;

public class UploadTests
{
    private const int MiB = 1024 * 1024;
    private const string Key = "raw/a.bin";
    private static readonly TransferOptions s_small = new() { PartSize = 5 * MiB, PartedFrom = 6 * MiB };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_broken_connection_sends_its_part_again_and_no_other()
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        var content = ObjectLake.Content(12 * MiB);
        var parts = new List<string>();
        var connection = lake.Connect(handler =>
            new RequestFault(handler, request => Part(request) is "2" && Count(parts, "2") == 1, request =>
        {
            lock (parts) if (Part(request) is { } part) parts.Add(part);
        }));
        await SendAsync(connection, lake.Write("a.bin", content), s_small, Ct);
        Assert.Equal(content, await lake.ReadAsync(Key));
        Assert.Equal(["1", "2", "2", "3"], parts.Order());
    }

    [Fact]
    public async Task A_small_file_whose_connection_breaks_is_sent_again()
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        var content = ObjectLake.Content(MiB);
        var requests = 0;
        var connection = lake.Connect(handler => new RequestFault(handler, _ => requests == 1, _ => requests++));
        await SendAsync(connection, lake.Write("a.bin", content), s_small, Ct);
        Assert.Equal(content, await lake.ReadAsync(Key));
        Assert.Equal(2, requests);
    }

    [Theory]
    [InlineData(MiB)]
    [InlineData(12 * MiB)]
    public async Task What_is_damaged_on_its_way_is_not_stored(int size)
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        var connection = lake.Connect(handler => new RequestFault(handler, _ => false, _ => { }) { Damage = true });
        await Assert.ThrowsAnyAsync<AmazonS3Exception>(() =>
            SendAsync(connection, lake.Write("a.bin", ObjectLake.Content(size)), s_small, Ct));
        Assert.Null(await lake.FindAsync(Key));
        Assert.Empty(await lake.UploadsAsync());
    }

    [Theory]
    [InlineData(MiB)]
    [InlineData(12 * MiB)]
    public async Task A_file_that_changes_meanwhile_is_not_stored(int size)
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        var path = lake.Write("a.bin", ObjectLake.Content(size));
        var connection = lake.Connect(handler =>
            new RequestFault(handler, _ => false, _ => File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch)));
        var error = await Assert.ThrowsAsync<LakeException>(() => SendAsync(connection, path, s_small, Ct));
        Assert.Equal("FileChanged", error.Id);
        Assert.Null(await lake.FindAsync(Key));
        Assert.Empty(await lake.UploadsAsync());
    }

    [Fact]
    public async Task Cancelling_while_an_upload_begins_leaves_none()
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        using var stop = new CancellationTokenSource();
        var connection = lake.Connect(handler => new RequestFault(handler, _ => false, _ => { })
        {
            Done = request =>
            {
                if (request.RequestUri!.Query.StartsWith("?uploads", StringComparison.Ordinal)) stop.Cancel();
            },
        });
        var path = lake.Write("a.bin", ObjectLake.Content(12 * MiB));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(connection, path, s_small, stop.Token));
        Assert.Null(await lake.FindAsync(Key));
        Assert.Empty(await lake.UploadsAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6 * MiB)]
    public async Task What_is_there_stays_where_it_shall(int size)
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        await lake.PutAsync(Key, [1, 2, 3]);
        var path = lake.Write("a.bin", ObjectLake.Content(size));
        var error = await Assert.ThrowsAsync<LakeException>(() => SendAsync(lake.Connection, path, s_small with { NoClobber = true }, Ct));
        Assert.Equal("ObjectExists", error.Id);
        Assert.Equal([1, 2, 3], await lake.ReadAsync(Key));
        Assert.Empty(await lake.UploadsAsync());
    }

    [Theory]
    [InlineData(MiB, true, 412, "PreconditionFailed")]
    [InlineData(12 * MiB, true, 412, "PreconditionFailed")]
    [InlineData(12 * MiB, false, 404, "NoSuchUpload")]
    public async Task An_upload_whose_answer_was_lost_knows_its_object(int size, bool noClobber, int status, string code)
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        var content = ObjectLake.Content(size);
        var connection = lake.Connect(handler => new LostAnswer(handler, ((HttpStatusCode)status, code)));
        await SendAsync(connection, lake.Write("a.bin", content), s_small with { NoClobber = noClobber }, Ct);
        Assert.Equal(content, await lake.ReadAsync(Key));
        Assert.Empty(await lake.UploadsAsync());
    }

    [Theory]
    [InlineData(0, 1, "ObjectExists")]
    [InlineData(1, 0, "ObjectExists")]
    [InlineData(0, 0, "WriteUncertain")]
    public async Task An_upload_whose_answer_was_lost_takes_no_other_object_for_its_own(int longer, int changed, string id)
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        var (content, other) = (ObjectLake.Content(MiB), ObjectLake.Content(MiB + longer));
        other[^1] ^= (byte)changed;
        var connection = lake.Connect(handler => new LostAnswer(handler)
        {
            Lost = () => lake.PutAsync(Key, other).GetAwaiter().GetResult(),
            IsUnreadable = id == "WriteUncertain",
        });
        var error = await Assert.ThrowsAsync<LakeException>(() =>
            SendAsync(connection, lake.Write("a.bin", content), s_small with { NoClobber = true }, Ct));
        Assert.Equal(id, error.Id);
        Assert.Equal(other, await lake.ReadAsync(Key));
    }

    [Theory]
    [InlineData(false, "raw/a.csv", "raw/sub/b.csv")]
    [InlineData(true, "raw/files/a.csv", "raw/files/sub/b.csv")]
    public void A_folder_goes_by_its_paths(bool keepName, params string[] keys)
    {
        using var lake = new ObjectLake();
        lake.Write("files/a.csv", []);
        lake.Write("files/sub/b.csv", []);
        Directory.CreateSymbolicLink(Path.Combine(lake.Folder, "files", "sub", "back"), Path.Combine(lake.Folder, "files"));
        var plan = new UploadPlan(S3Uri.Parse("s3://weather-data/raw/"), recurse: true);
        Assert.Equal(keys, plan.Find(Path.Combine(lake.Folder, "files"), keepName, Unexpected).Select(file => file.Destination.Key));
    }

    // A path of more than 4,096 bytes cannot be opened, not even by root. A shorter path moves the folder there.
    [Fact]
    public void A_folder_that_cannot_be_read_is_an_error_of_its_own()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have other limits of paths.");
        using var lake = new ObjectLake();
        var file = lake.Write("files/b/b.csv", []);
        var half = Path.Combine([.. Enumerable.Repeat(new string('n', 200), 11)]);
        var (deep, other) = (Path.Combine(lake.Folder, "files", half), Path.Combine(lake.Folder, "other"));
        Directory.CreateDirectory(deep);
        Directory.CreateDirectory(Path.Combine(other, half));
        Directory.Move(other, Path.Combine(deep, "x"));
        try
        {
            var errors = new List<LakeException>();
            var plan = new UploadPlan(S3Uri.Parse("s3://weather-data/"), recurse: true);
            Assert.Equal(file, Assert.Single(plan.Find(Path.Combine(lake.Folder, "files"), keepName: false, errors.Add)).Path);
            Assert.Equal("FileError", Assert.Single(errors).Id);
        }
        finally
        {
            Directory.Move(Path.Combine(deep, "x"), other);
        }
    }

    [Fact]
    public void A_key_that_becomes_too_long_is_refused_before_any_call()
    {
        using var lake = new ObjectLake();
        var plan = new UploadPlan(S3Uri.Parse("s3://weather-data/" + new string('k', 1020) + "/"), recurse: false);
        var (path, uri) = Assert.Single(plan.Find(lake.Write("a.csv", []), keepName: false, Unexpected));
        Assert.Equal("InvalidS3Uri", Assert.Throws<LakeException>(() => plan.Add(path, uri)).Id);
    }

    private static void Unexpected(LakeException error) => throw error;

    private static async Task SendAsync(LakeConnection connection, string path, TransferOptions options,
        CancellationToken cancellationToken)
    {
        using var upload = new ObjectUpload(connection, options, "Sending", 0, null);
        await upload.SendAsync(new UploadItem(path, new S3Uri(ObjectLake.Bucket, Key), new FileInfo(path).Length), null, cancellationToken);
    }

    private static string? Part(HttpRequestMessage request) =>
        request.RequestUri!.Query.TrimStart('?').Split('&')
            .FirstOrDefault(pair => pair.StartsWith("partNumber=", StringComparison.Ordinal))?["partNumber=".Length..];

    private static int Count(List<string> parts, string part)
    {
        lock (parts) return parts.Count(each => each == part);
    }
}
