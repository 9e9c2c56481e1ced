using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;

namespace LakeTools.Tests.Local.S3;

public abstract class MultipartTests : S3Fixture
{
    private const int PartSize = 5 * 1024 * 1024;

    private static readonly byte[] s_first = Bytes(PartSize, 3);
    private static readonly byte[] s_last = Bytes(1000, 5);

    [Theory]
    [InlineData(null)]
    [InlineData("COMPOSITE")]
    [InlineData("FULL_OBJECT")]
    public async Task Parts_become_an_object(string? checksumType)
    {
        var begin = new InitiateMultipartUploadRequest { BucketName = Bucket, Key = "big", ContentType = "text/csv" };
        if (checksumType is not null) (begin.ChecksumAlgorithm, begin.ChecksumType) =
            (ChecksumAlgorithm.CRC32C, new ChecksumType(checksumType));
        var upload = (await S3.InitiateMultipartUploadAsync(begin, Ct)).UploadId;
        var parts = new[] { await Upload(upload, 2, s_last, begin.ChecksumAlgorithm),
            await Upload(upload, 1, s_first, begin.ChecksumAlgorithm) };
        var complete = new CompleteMultipartUploadRequest { BucketName = Bucket, Key = "big", UploadId = upload,
            ChecksumType = begin.ChecksumType };
        complete.AddPartETags(parts);
        var done = await S3.CompleteMultipartUploadAsync(complete, Ct);

        var sums = (byte[])[.. MD5.HashData(s_first), .. MD5.HashData(s_last)];
        Assert.Equal($"\"{Convert.ToHexStringLower(MD5.HashData(sums))}-2\"", done.ETag);
        Assert.Equal(checksumType ?? "FULL_OBJECT", done.ChecksumType?.Value); // recorded: CRC64NVME of the whole where none is asked for
        Assert.Equal((byte[])[.. s_first, .. s_last], await BytesOf(new GetObjectRequest { BucketName = Bucket, Key = "big" }));
        Assert.Equal(s_last, await BytesOf(new GetObjectRequest { BucketName = Bucket, Key = "big", PartNumber = 2 }));
        byte[] across = [.. s_first[^3..], .. s_last[..2]];
        Assert.Equal(
            across,
            await BytesOf(new GetObjectRequest { BucketName = Bucket, Key = "big",
                ByteRange = new ByteRange(PartSize - 3, PartSize + 1) }));
        Assert.Equal("text/csv", (await S3.GetObjectMetadataAsync(Bucket, "big", Ct)).Headers.ContentType);
        Assert.Equal(done.ETag, (await S3.CompleteMultipartUploadAsync(complete, Ct)).ETag); // for who did not get the answer
        Assert.Equal("NoSuchUpload", await Complete(upload, parts[1]));
    }

    [Fact]
    public async Task A_part_sent_again_replaces_the_first_and_leaves_no_file()
    {
        var upload = await Begin();
        await Upload(upload, 1, s_first);
        var part = await Upload(upload, 1, s_last);
        var complete = new CompleteMultipartUploadRequest { BucketName = Bucket, Key = "big", UploadId = upload };
        complete.AddPartETags(part);
        await S3.CompleteMultipartUploadAsync(complete, Ct);
        Assert.Equal(s_last, await BytesOf(new GetObjectRequest { BucketName = Bucket, Key = "big" }));
        Assert.Single(Files());
    }

    [Fact]
    public async Task An_upload_that_cannot_be_completed_says_why()
    {
        var upload = await Begin();
        var small = await Upload(upload, 1, s_last);
        var other = await Upload(upload, 2, s_last);
        Assert.Equal("EntityTooSmall", await Complete(upload, small, other));
        Assert.Equal("InvalidPart", await Complete(upload, new PartETag(3, small.ETag)));
        Assert.Equal("InvalidPart", await Complete(upload, new PartETag(1, "\"" + new string('0', 32) + "\"")));
        Assert.Equal("NoSuchUpload", await Complete("0", small));
        await S3.AbortMultipartUploadAsync(Bucket, "big", upload, Ct);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_part_may_be_copied_from_a_range()
    {
        await PutAsync("source", "0123456789");
        var upload = await Begin();
        var copied = await S3.CopyPartAsync(
            new CopyPartRequest { SourceBucket = Bucket, SourceKey = "source", DestinationBucket = Bucket, DestinationKey = "big",
                UploadId = upload, PartNumber = 1, FirstByte = 2, LastByte = 4 }, Ct);
        Assert.Null(await Complete(upload, new PartETag(1, copied.ETag)));
        Assert.Equal("234"u8.ToArray(), await BytesOf(new GetObjectRequest { BucketName = Bucket, Key = "big" }));
    }

    private static byte[] Bytes(int count, int factor) => [.. Enumerable.Range(0, count).Select(i => (byte)(i * factor))];

    private async Task<string> Begin() => (await S3.InitiateMultipartUploadAsync(Bucket, "big", Ct)).UploadId;

    private async Task<PartETag> Upload(string upload, int number, byte[] bytes, ChecksumAlgorithm? algorithm = null)
    {
        var sent = await S3.UploadPartAsync(
            new UploadPartRequest { BucketName = Bucket, Key = "big", UploadId = upload, PartNumber = number,
                InputStream = new MemoryStream(bytes), ChecksumAlgorithm = algorithm }, Ct);
        return new PartETag(sent) { ChecksumCRC32C = sent.ChecksumCRC32C };
    }

    private async Task<string?> Complete(string upload, params PartETag[] parts)
    {
        var request = new CompleteMultipartUploadRequest { BucketName = Bucket, Key = "big", UploadId = upload };
        request.AddPartETags(parts);
        var error = await Record.ExceptionAsync(() => S3.CompleteMultipartUploadAsync(request, Ct));
        return (error as AmazonS3Exception)?.ErrorCode;
    }

    private async Task<byte[]> BytesOf(GetObjectRequest request)
    {
        using var response = await S3.GetObjectAsync(request, Ct);
        using var copy = new MemoryStream();
        await response.ResponseStream.CopyToAsync(copy, Ct);
        return copy.ToArray();
    }

    private string[] Files() => Lake.ObjectFiles();
}

public sealed class MultipartTestsInProcess : MultipartTests;

public sealed class MultipartTestsThroughServer : MultipartTests
{
    protected override bool ThroughServer => true;
}
