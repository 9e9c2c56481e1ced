using Amazon.S3;
using Amazon.S3.Model;

namespace LakeTools.Tests.Local.S3;

/// <summary>What a bucket says of itself whose settings nobody changed, and its objects as versions.</summary>
public abstract class BucketSettingsTests : S3Fixture
{
    [Fact]
    public async Task A_bucket_is_the_owners_alone_and_encrypts()
    {
        var acl = await S3.GetBucketAclAsync(new GetBucketAclRequest { BucketName = Bucket }, Ct);
        Assert.Equal(S3Permission.FULL_CONTROL, Assert.Single(acl.Grants).Permission);
        var rules = (await S3.GetBucketEncryptionAsync(new GetBucketEncryptionRequest { BucketName = Bucket },
            Ct)).ServerSideEncryptionConfiguration;
        Assert.Equal(ServerSideEncryptionMethod.AES256,
            Assert.Single(rules.ServerSideEncryptionRules).ServerSideEncryptionByDefault.ServerSideEncryptionAlgorithm);
        var block = (await S3.GetPublicAccessBlockAsync(new GetPublicAccessBlockRequest { BucketName = Bucket },
            Ct)).PublicAccessBlockConfiguration;
        Assert.True(block.BlockPublicAcls & block.IgnorePublicAcls & block.BlockPublicPolicy & block.RestrictPublicBuckets);
        var owner = (await S3.GetBucketOwnershipControlsAsync(new GetBucketOwnershipControlsRequest { BucketName = Bucket },
            Ct)).OwnershipControls;
        Assert.Equal(ObjectOwnership.BucketOwnerEnforced, Assert.Single(owner.Rules).ObjectOwnership);
        Assert.Equal(VersionStatus.Off, (await S3.GetBucketVersioningAsync(Bucket, Ct)).VersioningConfig.Status);
        Assert.Null((await S3.GetBucketLoggingAsync(Bucket, Ct)).BucketLoggingConfig?.TargetBucketName);
        var told = await S3.GetBucketNotificationAsync(new GetBucketNotificationRequest { BucketName = Bucket }, Ct);
        Assert.True(told.QueueConfigurations is not { Count: > 0 });
    }

    /// <summary>Of the others the client makes an answer of its own.</summary>
    [Fact]
    public async Task What_is_not_set_is_said_so_by_its_own_error()
    {
        Assert.Equal("NoSuchTagSet", await ErrorOf(() =>
            S3.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = Bucket }, Ct)));
        Assert.Equal("NoSuchBucket", await ErrorOf(() =>
            S3.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = "no-such-bucket" }, Ct)));
    }

    [Fact]
    public async Task What_is_no_record_is_refused() =>
        Assert.Equal("NotImplemented", await ErrorOf(() => S3.RestoreObjectAsync(
            new RestoreObjectRequest { BucketName = Bucket, Key = "a", Days = 1 }, Ct)));

    [Fact]
    public async Task Objects_are_listed_as_the_version_null_in_pages()
    {
        foreach (var key in (string[])["a", "b/1", "b/2", "c"]) await PutAsync(key);
        var first = await S3.ListVersionsAsync(new ListVersionsRequest { BucketName = Bucket, Delimiter = "/", MaxKeys = 2 }, Ct);
        Assert.Equal([("a", "null", true)], first.Versions.Select(item => (item.Key, item.VersionId, item.IsLatest ?? false)));
        Assert.Equal(["b/"], first.CommonPrefixes);
        Assert.Equal("b/", first.NextKeyMarker);
        var rest = await S3.ListVersionsAsync(new ListVersionsRequest { BucketName = Bucket, Delimiter = "/",
            KeyMarker = first.NextKeyMarker }, Ct);
        Assert.Equal(["c"], rest.Versions.Select(item => item.Key));
        Assert.False(rest.IsTruncated);
        Assert.Equal("InvalidArgument", await ErrorOf(() =>
            S3.ListVersionsAsync(new ListVersionsRequest { BucketName = Bucket, VersionIdMarker = "null" }, Ct)));
    }

    [Fact]
    public async Task The_version_null_is_read_copied_and_deleted_and_no_other_is_there()
    {
        await PutAsync("a", "rain");
        using var read = await S3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "a", VersionId = "null" }, Ct);
        Assert.Equal(4, read.ContentLength);
        var other = new string('x', 32);
        Assert.Equal("InvalidArgument", await ErrorOf(() => S3.GetObjectAsync(Bucket, "a", other, Ct))); // recorded
        Assert.Equal("InvalidArgument", await ErrorOf(() => S3.GetObjectAsync(Bucket, "a", "1", Ct)));
        Assert.Equal("InvalidArgument", await ErrorOf(() => S3.CopyObjectAsync(Bucket, "a", other, Bucket, "b", Ct)));
        await S3.CopyObjectAsync(Bucket, "a", "null", Bucket, "b", Ct);
        Assert.Equal("InvalidArgument", await ErrorOf(() => S3.DeleteObjectAsync(Bucket, "b", other, Ct)));

        var request = new DeleteObjectsRequest { BucketName = Bucket };
        request.AddKey("a", "null");
        request.AddKey("b", other);
        var error = await Assert.ThrowsAsync<DeleteObjectsException>(() => S3.DeleteObjectsAsync(request, Ct));
        Assert.Equal(("b", other, "NoSuchVersion"), error.Response.DeleteErrors.Select(item =>
            (item.Key, item.VersionId, item.Code)).Single());
        Assert.Equal(["b"], (await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket }, Ct)).S3Objects.Select(item =>
            item.Key));
    }

    [Fact]
    public async Task Attributes_are_those_that_are_asked_for()
    {
        var put = new PutObjectRequest { BucketName = Bucket, Key = "a", ContentBody = "rain",
            ChecksumAlgorithm = ChecksumAlgorithm.SHA256 };
        var etag = (await S3.PutObjectAsync(put, Ct)).ETag;
        var all = await S3.GetObjectAttributesAsync(Asking(ObjectAttributes.ETag, ObjectAttributes.Checksum, ObjectAttributes.ObjectSize,
            ObjectAttributes.StorageClass), Ct);
        Assert.Equal(etag.Trim('"'), all.ETag);
        Assert.NotEmpty(all.Checksum.ChecksumSHA256);
        Assert.Equal((4L, S3StorageClass.Standard), (all.ObjectSize!.Value, all.StorageClass));
        var size = await S3.GetObjectAttributesAsync(Asking(ObjectAttributes.ObjectSize), Ct);
        Assert.Null(size.ETag);
        Assert.Equal("NoSuchKey", await ErrorOf(() => S3.GetObjectAttributesAsync(
            new GetObjectAttributesRequest { BucketName = Bucket, Key = "none", ObjectAttributes = [ObjectAttributes.ETag] }, Ct)));

        static GetObjectAttributesRequest Asking(params ObjectAttributes[] attributes) =>
            new() { BucketName = Bucket, Key = "a", ObjectAttributes = [.. attributes] };
    }

    [Fact]
    public async Task An_object_that_is_not_there_has_no_acl() =>
        Assert.Equal("NoSuchKey", await ErrorOf(() =>
            S3.GetObjectAclAsync(new GetObjectAclRequest { BucketName = Bucket, Key = "none" }, Ct)));
}

public sealed class BucketSettingsTestsInProcess : BucketSettingsTests;

public sealed class BucketSettingsTestsThroughServer : BucketSettingsTests
{
    protected override bool ThroughServer => true;
}
