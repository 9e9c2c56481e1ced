using System.Net;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Local.S3.Storage;

namespace LakeTools.Tests.Local.S3;

public abstract class ObjectTests : S3Fixture
{
    public static TheoryData<string> StrangeKeys => new(
        "plain.csv", "a/b/c", "/leading", "trailing/", "..", "../up", "a/../b", "./dot", "a//b", "with space", "plus+and&amp=?#",
            "ümlaut/日本/🌧",
        "C:\\windows\\CON", "NUL", "aux.txt", "%2e%2e%2f", "tab\tand\u0001", new string('k', 1024));

    [Theory]
    [MemberData(nameof(StrangeKeys))]
    public async Task Any_key_is_kept_and_none_becomes_a_path(string key)
    {
        Assert.SkipWhen(ThroughServer && key[0] == '/',
            "The client drops the slash from the path and signs it (AWSSDK.S3 4.1.0, path style).");
        var content = ("content of " + key).PadRight(Segment.MaxInStore + 1);
        await PutAsync(key, content);
        Assert.Equal(content, await GetAsync(key));
        var listed = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Encoding = EncodingType.Url }, Ct);
        Assert.Equal([key], listed.S3Objects.Select(item => WebUtility.UrlDecode(item.Key))); // the client leaves the decoding to us
        await S3.DeleteObjectAsync(Bucket, key, Ct);
        Assert.Equal("NoSuchKey", await ErrorOf(() => GetAsync(key)));
        Assert.Empty(Lake.ObjectFiles());
    }

    /// <summary>Small objects lie in the store, which SQLite guards; larger ones in files, as parts do.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_copy_of_a_damaged_object_has_a_checksum_of_its_own(bool inParts)
    {
        if (inParts) await PutInPartsAsync("a", 2);
        else await PutAsync("a", new string('x', Segment.MaxInStore + 1));
        var file = Lake.ObjectFiles()[0];
        var bytes = await File.ReadAllBytesAsync(file, Ct);
        bytes[100] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Ct);

        var copy = new CopyObjectRequest { SourceBucket = Bucket, SourceKey = "a", DestinationBucket = Bucket, DestinationKey = "b" };
        Assert.Equal("ObjectDamaged", await ErrorOf(() => S3.CopyObjectAsync(copy, Ct)));
        var start = new InitiateMultipartUploadRequest { BucketName = Bucket, Key = "b" };
        var upload = (await S3.InitiateMultipartUploadAsync(start, Ct)).UploadId;
        var part = new CopyPartRequest
        {
            SourceBucket = Bucket,
            SourceKey = "a",
            DestinationBucket = Bucket,
            DestinationKey = "b",
            UploadId = upload,
            PartNumber = 1,
        };
        Assert.Equal("ObjectDamaged", await ErrorOf(() => S3.CopyPartAsync(part, Ct)));

        // The damage lies outside of the range, and nobody can tell from the range.
        part.FirstByte = 1000;
        part.LastByte = 2000;
        Assert.Equal("ObjectDamaged", await ErrorOf(() => S3.CopyPartAsync(part, Ct)));
        Assert.Equal(["a"], (await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket }, Ct)).S3Objects
            .Select(item => item.Key));
    }

    [Fact]
    public async Task A_whole_object_is_copied_in_ranges_and_in_one_piece()
    {
        await PutInPartsAsync("a", 2);
        var whole = await GetAsync("a");
        await S3.CopyObjectAsync(Bucket, "a", Bucket, "b", Ct);
        Assert.Equal(whole, await GetAsync("b"));
        var start = new InitiateMultipartUploadRequest { BucketName = Bucket, Key = "c" };
        var upload = (await S3.InitiateMultipartUploadAsync(start, Ct)).UploadId;
        var part = new CopyPartRequest
        {
            SourceBucket = Bucket,
            SourceKey = "a",
            DestinationBucket = Bucket,
            DestinationKey = "c",
            UploadId = upload,
            PartNumber = 1,
            FirstByte = 5,
            LastByte = 14,
        };
        var etag = (await S3.CopyPartAsync(part, Ct)).ETag;
        var complete = new CompleteMultipartUploadRequest { BucketName = Bucket, Key = "c", UploadId = upload, PartETags = [new(1, etag)] };
        await S3.CompleteMultipartUploadAsync(complete, Ct);
        Assert.Equal(whole[5..15], await GetAsync("c"));
    }

    [Fact]
    public async Task An_object_whose_file_is_gone_is_damaged_and_not_tried_again()
    {
        await PutAsync("a", new string('x', Segment.MaxInStore + 1));
        File.Delete(Lake.ObjectFiles().Single());
        var error = await Assert.ThrowsAsync<AmazonS3Exception>(() => GetAsync("a"));
        Assert.Equal(("ObjectDamaged", (HttpStatusCode)422), (error.ErrorCode, error.StatusCode));
    }

    [Fact]
    public async Task A_damaged_part_makes_no_object_with_a_checksum_of_its_own()
    {
        var start = new InitiateMultipartUploadRequest
        {
            BucketName = Bucket,
            Key = "a",
            ChecksumAlgorithm = ChecksumAlgorithm.CRC32,
            ChecksumType = ChecksumType.FULL_OBJECT,
        };
        var upload = (await S3.InitiateMultipartUploadAsync(start, Ct)).UploadId;
        var sent = new UploadPartRequest
        {
            BucketName = Bucket,
            Key = "a",
            UploadId = upload,
            PartNumber = 1,
            InputStream = new MemoryStream(new byte[1000]),
            ChecksumAlgorithm = ChecksumAlgorithm.CRC32,
        };
        var part = await S3.UploadPartAsync(sent, Ct);
        await File.WriteAllBytesAsync(Lake.ObjectFiles().Single(), Enumerable.Repeat((byte)1, 1000).ToArray(), Ct);
        var complete = new CompleteMultipartUploadRequest { BucketName = Bucket, Key = "a", UploadId = upload };
        complete.AddPartETags(part);
        Assert.Equal("ObjectDamaged", await ErrorOf(() => S3.CompleteMultipartUploadAsync(complete, Ct)));
    }

    [Fact]
    public async Task Uploads_are_listed_under_any_key()
    {
        string[] keys = ["a\u0001b", "a b+c%41"];
        foreach (var key in keys)
            await S3.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = Bucket, Key = key }, Ct);
        var listed = await S3.ListMultipartUploadsAsync(
            new ListMultipartUploadsRequest { BucketName = Bucket, Encoding = EncodingType.Url }, Ct);
        Assert.Equal(keys, listed.MultipartUploads.Select(upload => WebUtility.UrlDecode(upload.Key)));
    }

    [Fact]
    public async Task A_key_of_more_than_1024_bytes_is_refused() =>
        Assert.Equal("KeyTooLongError", await ErrorOf(() => PutAsync(new string('k', 1025))));

    [Fact]
    public async Task An_object_keeps_what_is_said_about_it()
    {
        var put = new PutObjectRequest { BucketName = Bucket, Key = "a", ContentBody = "rain", ContentType = "text/csv; charset=utf-8" };
        put.Headers.CacheControl = "no-cache";
        put.Headers.ContentEncoding = "identity";
        put.Metadata.Add("station", "Seattle");
        put.TagSet = [new Tag { Key = "year", Value = "2012" }];
        await S3.PutObjectAsync(put, Ct);
        var head = await S3.GetObjectMetadataAsync(Bucket, "a", Ct);
        Assert.Equal("text/csv; charset=utf-8", head.Headers.ContentType);
        Assert.Equal("no-cache", head.Headers.CacheControl);
        Assert.Equal("identity", head.Headers.ContentEncoding);
        Assert.Equal("Seattle", head.Metadata["station"]);
        Assert.Equal(4, head.ContentLength);
        Assert.Equal("\"" + Convert.ToHexString(MD5.HashData("rain"u8)).ToLowerInvariant() + "\"", head.ETag);
        Assert.Equal(1, head.TagsCount);
        Assert.Equal(["year=2012"], (await S3.GetObjectTaggingAsync(new GetObjectTaggingRequest { BucketName = Bucket, Key = "a" }, Ct))
            .Tagging.Select(tag => $"{tag.Key}={tag.Value}"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65536)]
    [InlineData(200001)]
    public async Task Bytes_come_back_as_they_were_put(int size)
    {
        var bytes = Enumerable.Range(0, size).Select(i => (byte)(i * 31 >> 3)).ToArray();
        await S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "a", InputStream = new MemoryStream(bytes) }, Ct);
        using var response = await S3.GetObjectAsync(Bucket, "a", Ct);
        using var copy = new MemoryStream();
        await response.ResponseStream.CopyToAsync(copy, Ct);
        Assert.Equal(bytes, copy.ToArray());
    }

    [Theory]
    [InlineData(0, 3, "0123")]
    [InlineData(4, 99, "456789")]
    [InlineData(9, 9, "9")]
    public async Task A_range_is_read(long from, long to, string expected)
    {
        await PutAsync("a", "0123456789");
        using var response = await S3.GetObjectAsync(
            new GetObjectRequest { BucketName = Bucket, Key = "a", ByteRange = new ByteRange(from, to) }, Ct);
        using var reader = new StreamReader(response.ResponseStream);
        Assert.Equal(expected, await reader.ReadToEndAsync(Ct));
        Assert.Equal(HttpStatusCode.PartialContent, response.HttpStatusCode);
        Assert.Equal($"bytes {from}-{Math.Min(to, 9)}/10", response.ContentRange);
    }

    [Fact]
    public async Task A_range_beyond_the_end_is_refused()
    {
        await PutAsync("a", "0123456789");
        var request = new GetObjectRequest { BucketName = Bucket, Key = "a", ByteRange = new ByteRange(10, 12) };
        Assert.Equal("InvalidRange", await ErrorOf(() => S3.GetObjectAsync(request, Ct)));
    }

    [Fact]
    public async Task Conditions_hold_when_reading()
    {
        await PutAsync("a", "one");
        var etag = (await S3.GetObjectMetadataAsync(Bucket, "a", Ct)).ETag;
        (await S3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "a", EtagToMatch = etag }, Ct)).Dispose();
        var mismatch = new GetObjectRequest { BucketName = Bucket, Key = "a", EtagToMatch = "\"00000000000000000000000000000000\"" };
        Assert.Equal("PreconditionFailed", await ErrorOf(() => S3.GetObjectAsync(mismatch, Ct)));
        var unchanged = new GetObjectRequest { BucketName = Bucket, Key = "a", EtagToNotMatch = etag };
        var error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => S3.GetObjectAsync(unchanged, Ct));
        Assert.Equal(HttpStatusCode.NotModified, error.StatusCode);
    }

    [Fact]
    public async Task Conditions_hold_when_writing()
    {
        var create = new PutObjectRequest { BucketName = Bucket, Key = "a", ContentBody = "one", IfNoneMatch = "*" };
        var etag = (await S3.PutObjectAsync(create, Ct)).ETag;
        Assert.Equal("PreconditionFailed", await ErrorOf(() => S3.PutObjectAsync(create, Ct)));
        await S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "a", ContentBody = "two", IfMatch = etag }, Ct);
        var stale = new PutObjectRequest { BucketName = Bucket, Key = "a", ContentBody = "three", IfMatch = etag };
        Assert.Equal("PreconditionFailed", await ErrorOf(() => S3.PutObjectAsync(stale, Ct)));
        Assert.Equal("two", await GetAsync("a"));
    }

    [Fact]
    public async Task A_replaced_object_is_read_whole_by_who_has_it_open()
    {
        await PutAsync("a", new string('1', 300_000));
        using var response = await S3.GetObjectAsync(Bucket, "a", Ct);
        await PutAsync("a", "2");
        using var reader = new StreamReader(response.ResponseStream);
        Assert.Equal(new string('1', 300_000), await reader.ReadToEndAsync(Ct));
        Assert.Equal("2", await GetAsync("a"));
    }

    [Theory]
    [InlineData("CRC32", "CBF43926")]
    [InlineData("CRC32C", "E3069283")]
    [InlineData("CRC64NVME", "AE8B14860A799888")]
    public async Task A_checksum_is_computed_kept_and_verified(string algorithm, string checkValue)
    {
        // The check value of a CRC is that of the text 123456789, in the catalogue of parametrised CRC algorithms.
        var put = await S3.PutObjectAsync(
            new PutObjectRequest { BucketName = Bucket, Key = "a", ContentBody = "123456789",
                ChecksumAlgorithm = new ChecksumAlgorithm(algorithm) },
            Ct);
        var head = await S3.GetObjectMetadataAsync(
            new GetObjectMetadataRequest { BucketName = Bucket, Key = "a", ChecksumMode = ChecksumMode.ENABLED }, Ct);
        var (given, kept) = algorithm switch
        {
            "CRC32" => (put.ChecksumCRC32, head.ChecksumCRC32),
            "CRC32C" => (put.ChecksumCRC32C, head.ChecksumCRC32C),
            _ => (put.ChecksumCRC64NVME, head.ChecksumCRC64NVME),
        };
        Assert.Equal(given, kept);
        Assert.Equal(checkValue, Convert.ToHexString(Convert.FromBase64String(kept)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Segment.MaxInStore)]
    [InlineData(Segment.MaxInStore + 1)]
    public async Task A_small_object_lies_in_the_store_and_a_large_one_in_a_file_and_both_read_alike(int size)
    {
        var content = string.Concat(Enumerable.Range(0, size).Select(number => (char)('a' + (number % 26))));
        await PutAsync("a", content);
        await S3.CopyObjectAsync(Bucket, "a", Bucket, "copy", Ct);
        Assert.Equal(size > Segment.MaxInStore ? 2 : 0, Lake.ObjectFiles().Length);
        foreach (var key in (string[])["a", "copy"])
        {
            Assert.Equal(content, await GetAsync(key));
            if (size == 0) continue;
            using var range = await S3.GetObjectAsync(
                new GetObjectRequest { BucketName = Bucket, Key = key, ByteRange = new ByteRange(size - 2, size - 1) }, Ct);
            using var reader = new StreamReader(range.ResponseStream);
            Assert.Equal(content[^2..], await reader.ReadToEndAsync(Ct));
        }

        // Each in the place of the other kind.
        await PutAsync("a", size > Segment.MaxInStore ? "small" : content.PadRight(Segment.MaxInStore + 1));
        await S3.DeleteObjectAsync(Bucket, "copy", Ct);
        Assert.Equal(size > Segment.MaxInStore ? 0 : 1, Lake.ObjectFiles().Length);
    }

    [Fact]
    public async Task A_wrong_checksum_is_refused_and_leaves_nothing()
    {
        var rain = "rain".PadRight(Segment.MaxInStore + 1);
        var put = new PutObjectRequest { BucketName = Bucket, Key = "a", ContentBody = rain,
            ChecksumSHA256 = Convert.ToBase64String(SHA256.HashData("snow"u8)) };
        Assert.Equal("BadDigest", await ErrorOf(() => S3.PutObjectAsync(put, Ct)));
        var md5 = new PutObjectRequest { BucketName = Bucket, Key = "a", ContentBody = rain,
            MD5Digest = Convert.ToBase64String(MD5.HashData("snow"u8)) };
        Assert.Equal("BadDigest", await ErrorOf(() => S3.PutObjectAsync(md5, Ct)));
        Assert.Equal("NoSuchKey", await ErrorOf(() => GetAsync("a")));
        Assert.Empty(Lake.ObjectFiles());
    }

    [Fact]
    public async Task A_copy_is_like_its_source_or_as_the_request_says()
    {
        await S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "a/ü", ContentBody = "rain", ContentType = "text/csv" },
            Ct);
        await S3.CopyObjectAsync(Bucket, "a/ü", Bucket, "b", Ct);
        Assert.Equal("rain", await GetAsync("b"));
        Assert.Equal("text/csv", (await S3.GetObjectMetadataAsync(Bucket, "b", Ct)).Headers.ContentType);
        var replaced = new CopyObjectRequest
        {
            SourceBucket = Bucket, SourceKey = "b", DestinationBucket = Bucket, DestinationKey = "b",
            MetadataDirective = S3MetadataDirective.REPLACE, ContentType = "text/plain",
        };
        await S3.CopyObjectAsync(replaced, Ct);
        Assert.Equal("text/plain", (await S3.GetObjectMetadataAsync(Bucket, "b", Ct)).Headers.ContentType);
        Assert.Equal("InvalidRequest", await ErrorOf(() => S3.CopyObjectAsync(Bucket, "b", Bucket, "b", Ct)));
    }

    [Fact]
    public async Task Many_objects_are_deleted_at_once()
    {
        foreach (var key in (string[])["a", "b", "c"]) await PutAsync(key);
        var request = new DeleteObjectsRequest { BucketName = Bucket };
        request.AddKey("a");
        request.AddKey("c");
        request.AddKey("was never there");
        var response = await S3.DeleteObjectsAsync(request, Ct);
        Assert.Equal(["a", "c", "was never there"], response.DeletedObjects.Select(item => item.Key));
        Assert.Equal(["b"], (await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket }, Ct))
            .S3Objects.Select(item => item.Key));
    }

    [Fact]
    public async Task Tags_are_replaced_and_deleted()
    {
        await PutAsync("a");
        await S3.PutObjectTaggingAsync(
            new PutObjectTaggingRequest { BucketName = Bucket, Key = "a",
                Tagging = new Tagging { TagSet = [new Tag { Key = "k", Value = "v + w" }] } }, Ct);
        var tags = await S3.GetObjectTaggingAsync(new GetObjectTaggingRequest { BucketName = Bucket, Key = "a" }, Ct);
        Assert.Equal("v + w", Assert.Single(tags.Tagging).Value);
        await S3.DeleteObjectTaggingAsync(new DeleteObjectTaggingRequest { BucketName = Bucket, Key = "a" }, Ct);
        tags = await S3.GetObjectTaggingAsync(new GetObjectTaggingRequest { BucketName = Bucket, Key = "a" }, Ct);
        Assert.True(tags.Tagging is null or { Count: 0 });
    }

    private async Task PutInPartsAsync(string key, int count)
    {
        const int PartSize = 5 * 1024 * 1024;
        var start = new InitiateMultipartUploadRequest { BucketName = Bucket, Key = key };
        var upload = (await S3.InitiateMultipartUploadAsync(start, Ct)).UploadId;
        var complete = new CompleteMultipartUploadRequest { BucketName = Bucket, Key = key, UploadId = upload };
        for (var number = 1; number <= count; number++)
        {
            var part = new UploadPartRequest
            {
                BucketName = Bucket,
                Key = key,
                UploadId = upload,
                PartNumber = number,
                InputStream = new MemoryStream(Enumerable.Range(0, PartSize).Select(i => (byte)('a' + ((i + number) % 26))).ToArray()),
            };
            complete.AddPartETags(await S3.UploadPartAsync(part, Ct));
        }

        await S3.CompleteMultipartUploadAsync(complete, Ct);
    }
}

public sealed class ObjectTestsInProcess : ObjectTests;

public sealed class ObjectTestsThroughServer : ObjectTests
{
    protected override bool ThroughServer => true;
}
