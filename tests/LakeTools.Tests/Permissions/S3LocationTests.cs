
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Permissions;

/// <summary>Locations in both of their forms, and what lies under what.</summary>
public sealed class S3LocationTests
{
    [Theory]
    [InlineData("s3://bucket/a/b/", "arn:aws:s3:::bucket/a/b", "s3://bucket/a/b")]
    [InlineData("S3://bucket", "arn:aws:s3:::bucket", "s3://bucket")]
    [InlineData("arn:aws-cn:s3:::bucket/a/", "arn:aws-cn:s3:::bucket/a", "s3://bucket/a")]
    public void Each_form_gives_the_other(string location, string arn, string uri)
    {
        Assert.True(S3Location.IsLocation(location));
        Assert.Equal(arn, S3Location.ToArn(location, "aws"));
        Assert.Equal(uri, S3Location.ToUri(location));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("s3://")]
    [InlineData("s3:///a")]
    [InlineData("bucket/a")]
    [InlineData("https://bucket/a")]
    [InlineData("arn:aws:s3:::")]
    [InlineData("arn:aws:glue:eu-central-1:111122223333:catalog")]
    public void Other_texts_are_none(string? location) => Assert.False(S3Location.IsLocation(location));

    [Theory]
    [InlineData("s3://b/sales", "s3://b/sales/", true)]
    [InlineData("s3://b/sales/2024", "arn:aws:s3:::b/sales", true)]
    [InlineData("s3://b/sales2", "s3://b/sales", false)]
    [InlineData("s3://b/Sales/1", "s3://b/sales", false)]
    [InlineData("s3://b", "s3://b/sales", false)]
    [InlineData("s3://b2/sales", "s3://b", false)]
    public void Whole_segments_count(string location, string parent, bool expected) =>
        Assert.Equal(expected, S3Location.IsUnder(location, parent));

    [Fact]
    public void Parents_go_up_to_the_bucket()
    {
        Assert.Equal(
            ["arn:aws:s3:::b/x/y", "arn:aws:s3:::b/x", "arn:aws:s3:::b"],
            S3Location.SelfAndParents("arn:aws:s3:::b/x/y/"));
        Assert.Empty(S3Location.SelfAndParents("nowhere"));
    }
}
