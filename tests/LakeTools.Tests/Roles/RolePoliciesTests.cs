
using LakeTools.Core.Roles;
using LakeTools.Local.Identity;
using LakeTools.Local.LakeFormation.Operations;
using LakeTools.Rules.Names;

namespace LakeTools.Tests.Roles;

public sealed class RolePoliciesTests
{
    [Theory]
    [InlineData("s3://lake/raw/", "lake", "raw/x", true)]
    [InlineData("s3://lake/raw/", "lake", "raw/a/b", true)]
    [InlineData("s3://lake/raw/", "lake", "raw-old/x", false)]
    [InlineData("s3://lake/raw/", "lake", "raw", false)]
    [InlineData("s3://lake/raw", "lake", "raw", true)]
    [InlineData("s3://lake/raw", "lake", "raw/x", true)]
    [InlineData("s3://lake/raw", "lake", "raw-old", false)]
    [InlineData("s3://lake", "lake", "x", true)]
    [InlineData("s3://lake/", "lake-old", "x", false)]
    public void A_path_opens_what_lies_in_it(string path, string bucket, string key, bool opens)
    {
        var document = RolePolicies.Inline(RoleTrust.Glue, [S3Uri.Parse(path)], "aws")!;
        Assert.Equal(opens, S3Policy.Allows(document, ObjectAction.Read, bucket, key));
        Assert.Equal(opens, S3Policy.Allows(document, ObjectAction.Write, bucket, key));
        Assert.Equal(opens, S3Policy.Allows(document, ObjectAction.Delete, bucket, key));
    }

    [Theory]
    [InlineData("s3://lake/raw/", "raw/", true)]
    [InlineData("s3://lake/raw/", "raw/a", true)]
    [InlineData("s3://lake/raw/", "", false)]
    [InlineData("s3://lake/raw/", "raw-old/", false)]
    [InlineData("s3://lake/", "", true)]
    public void A_path_is_listed_and_no_more(string path, string prefix, bool isListed) => Assert.Equal(
        isListed, S3Policy.Allows(RolePolicies.Inline(RoleTrust.LakeFormation, [S3Uri.Parse(path)], "aws")!, ObjectAction.List, "lake",
            prefix));

    [Theory]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}""", "x", true)]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*", """
        + """ "Condition":{"StringEquals":{"s3:prefix":"x"}}}}""", "x", true)]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*", """
        + """ "Condition":{"StringEquals":{"s3:prefix":"x"}}}}""", "y", false)]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*", """
        + """ "Condition":{"Bool":{"aws:SecureTransport":"true"}}}}""", "x", false)]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}, """
        + """ {"Effect":"Deny","Action":"s3:ListBucket","Resource":"*","Condition":{"StringLike":{"s3:prefix":"x*"}}}]}""", "xy", false)]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}, """
        + """ {"Effect":"Deny","Action":"s3:ListBucket","Resource":"*","Condition":{"StringLike":{"s3:prefix":"x*"}}}]}""", "y", true)]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}, """
        + """ {"Effect":"Deny","Action":"s3:ListBucket","Resource":"*", """
        + """ "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"false"}}}]}""", "y", false)]
    public void Conditions_on_the_prefix_are_read_and_others_never_allow(string document, string prefix, bool allowed) =>
        Assert.Equal(allowed, S3Policy.Allows(document, ObjectAction.List, "lake", prefix));

    [Theory]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::lake/raw/*"}}""", "s3://lake/raw/")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":["s3:PutObject"],"Resource":["arn:aws-cn:s3:::lake/*"]}]}""", "s3://lake/")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::lake"}}""", "")]
    [InlineData("""{"Statement":{"Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::lake/raw/*"}}""", "")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}}""", "")]
    [InlineData("no json", "")]
    public void The_paths_of_a_policy_are_read_back(string document, string paths) =>
        Assert.Equal(paths, string.Join(',', RolePolicies.Paths(document)));

    [Fact]
    public void A_role_of_another_service_keeps_its_principal() => Assert.Equal(
        ["Glue", "lambda.amazonaws.com"],
        RolePolicies.Services("""
            {"Statement":[{"Effect":"Allow","Principal":{"Service":["glue.amazonaws.com","lambda.amazonaws.com"]},
            "Action":"sts:AssumeRole"}]}
            """));
}
