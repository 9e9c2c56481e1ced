using Amazon.Glue.Model;
using LakeTools.Core.Glue;

namespace LakeTools.Tests.Jobs;

/// <summary>The settings of a crawler's targets that a copy lacks are named.</summary>
public sealed class CrawlerNotShownTests
{
    [Fact]
    public void A_setting_that_no_property_has_is_named()
    {
        CrawlerTargets[] withMore =
        [
            new() { S3Targets = [new S3Target { Path = "s3://a/", SampleSize = 3 }] },
            new() { S3Targets = [new S3Target { Path = "s3://a/", EventQueueArn = "arn:aws:sqs:us-east-1:111122223333:q" }] },
            new() { DynamoDBTargets = [new DynamoDBTarget { Path = "t", ScanRate = 0.5 }] },
            new() { DeltaTargets = [new DeltaTarget { DeltaTables = ["s3://a/"], WriteManifest = true }] },
        ];
        Assert.All(withMore, targets => Assert.Single(CrawlerTargetList.NotShown(targets)));
    }

    [Fact]
    public void What_a_copy_has_is_not() => Assert.Empty(CrawlerTargetList.NotShown(
        new CrawlerTargets { S3Targets = [new S3Target { Path = "s3://a/", Exclusions = ["*.tmp"], ConnectionName = "c" }] }));
}
