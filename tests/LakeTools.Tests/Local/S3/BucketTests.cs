using Amazon.S3;
using Amazon.S3.Model;

namespace LakeTools.Tests.Local.S3;

public abstract class BucketTests : S3Fixture
{
    [Fact]
    public async Task Buckets_are_listed_until_they_are_deleted()
    {
        await S3.PutBucketAsync("another-bucket", Ct);
        Assert.Equal(["another-bucket", Bucket], (await S3.ListBucketsAsync(Ct)).Buckets.Select(bucket => bucket.BucketName));
        await S3.DeleteBucketAsync("another-bucket", Ct);
        Assert.Equal([Bucket], (await S3.ListBucketsAsync(Ct)).Buckets.Select(bucket => bucket.BucketName));
    }

    [Fact]
    public async Task A_bucket_says_its_region() =>
        Assert.Equal(S3Region.EUCentral1, (await S3.GetBucketLocationAsync(Bucket, Ct)).Location);

    [Fact]
    public async Task A_bucket_with_objects_cannot_be_deleted()
    {
        await PutAsync("a");
        Assert.Equal("BucketNotEmpty", await ErrorOf(() => S3.DeleteBucketAsync(Bucket, Ct)));
    }

    [Fact]
    public async Task A_bucket_cannot_be_made_twice() =>
        Assert.Equal("BucketAlreadyOwnedByYou", await ErrorOf(() => S3.PutBucketAsync(Bucket, Ct)));

    [Fact]
    public async Task What_is_not_there_is_said_so()
    {
        Assert.Equal("NoSuchBucket", await ErrorOf(() => S3.GetObjectAsync("no-such-bucket", "a", Ct)));
        Assert.Equal("NoSuchKey", await ErrorOf(() => S3.GetObjectAsync(Bucket, "a", Ct)));
        Assert.Equal("NoSuchBucket", await ErrorOf(() => S3.DeleteBucketAsync("no-such-bucket", Ct)));
        var head = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() =>
            S3.HeadBucketAsync(new HeadBucketRequest { BucketName = "no-such-bucket" }, Ct));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, head.StatusCode);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("Upper-case")]
    [InlineData("under_score")]
    [InlineData("two..dots")]
    [InlineData("192.168.5.4")]
    [InlineData("-leading")]
    [InlineData("trailing-")]
    [InlineData("xn--punycode")]
    [InlineData("an-s3alias")]
    [InlineData("a23456789012345678901234567890123456789012345678901234567890abcd")]
    public async Task A_bad_name_is_refused(string name) =>
        Assert.Equal("InvalidBucketName", await ErrorOf(() => S3.PutBucketAsync(new PutBucketRequest { BucketName = name }, Ct)));
}

public sealed class BucketTestsInProcess : BucketTests;

public sealed class BucketTestsThroughServer : BucketTests
{
    protected override bool ThroughServer => true;
}
