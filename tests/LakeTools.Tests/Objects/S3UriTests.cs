using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Text;
using Xunit;

namespace LakeTools.Tests.Objects;

public class S3UriTests
{
    [Theory]
    [InlineData("s3://my-lake", "my-lake", "")]
    [InlineData("s3://my-lake/", "my-lake", "")]
    [InlineData("S3://my-lake/raw/a b%20.csv", "my-lake", "raw/a b%20.csv")]
    [InlineData("s3a://my.lake/a//b/", "my.lake", "a//b/")]
    [InlineData("arn:aws:s3:::my-lake/raw/x", "my-lake", "raw/x")]
    [InlineData("arn:aws-cn:s3:::my-lake", "my-lake", "")]
    public void Addresses_are_read(string text, string bucket, string key) => Assert.Equal(new S3Uri(bucket, key), S3Uri.Parse(text));

    [Theory]
    [InlineData("my-lake/raw", "InvalidS3Uri")]
    [InlineData("", "InvalidS3Uri")]
    [InlineData("s3://", "InvalidS3Uri")]
    [InlineData("s3:///raw", "InvalidS3Uri")]
    [InlineData("https://my-lake.s3.amazonaws.com/x", "InvalidS3Uri")]
    [InlineData("s3://My-Lake/x", "BucketNameInvalid")]
    [InlineData("s3://my_lake/x", "BucketNameInvalid")]
    [InlineData("s3://ab/x", "BucketNameInvalid")]
    [InlineData("s3://192.168.1.1/x", "BucketNameInvalid")]
    public void What_is_no_address_is_refused(string text, string id) =>
        Assert.Equal(id, Assert.Throws<LakeException>(() => S3Uri.Parse(text)).Id);

    [Fact]
    public void A_key_has_at_most_1024_bytes()
    {
        Assert.Equal(1024, S3Uri.Parse("s3://my-lake/" + new string('a', 1024)).Key.Length);
        Assert.Throws<LakeException>(() => S3Uri.Parse("s3://my-lake/" + new string('ä', 513)));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("a.b-c.9")]
    [InlineData("123")]
    [InlineData("1.2.3")]
    public void Bucket_names(string name) => BucketName.CheckNew(name);

    [Theory]
    [InlineData("-abc")]
    [InlineData("abc-")]
    [InlineData("a..b")]
    [InlineData("abc.")]
    [InlineData("ab")]
    [InlineData("a b c")]
    [InlineData("xn--abc")]
    [InlineData("sthree-abc")]
    [InlineData("abc-s3alias")]
    [InlineData("abc--ol-s3")]
    [InlineData("bücher")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public void No_names_of_new_buckets(string name) =>
        Assert.Equal("BucketNameInvalid", Assert.Throws<LakeException>(() => BucketName.CheckNew(name)).Id);

    [Theory]
    [InlineData("raw/*", "raw/", "raw/a/b.csv", true)]
    [InlineData("raw/*.csv", "raw/", "raw/a.csv", true)]
    [InlineData("raw/*.csv", "raw/", "raw/a.csv.gz", false)]
    [InlineData("raw/part-?", "raw/part-", "raw/part-1", true)]
    [InlineData("raw/part-?", "raw/part-", "raw/part-10", false)]
    [InlineData("raw/[ab]*", "raw/", "raw/b1", true)]
    [InlineData("raw/[ab]*", "raw/", "raw/c1", false)]
    [InlineData("raw/`[a]*", "raw/[a]", "raw/[a]1", true)]
    [InlineData("a+b(c)*", "a+b(c)", "a+b(c)d", true)]
    [InlineData("raw/x", "raw/x", "raw/x", true)]
    [InlineData("raw/x", "raw/x", "raw/xy", false)]
    public void Patterns_match_keys(string pattern, string prefix, string key, bool matches)
    {
        var read = new KeyPattern(pattern);
        Assert.Equal((prefix, matches), (read.Prefix, read.IsMatch(key)));
    }
}
