using System.Diagnostics;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.S3;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Local.Iam;

/// <summary>
/// What is a policy, by the grammar of IAM's policy language, and how long reading one may take. The role's objects lie under a registered
/// location, where its policies are read at each access.
/// </summary>
public sealed class PolicyTests : IAsyncLifetime
{
    private const string Bucket = "policy-tests";
    private const string Role = "Reader";

    private readonly TestLake _lake = new();
    private readonly LakeClients _administrator;
    private readonly AmazonIdentityManagementServiceClient _iam;
    private readonly AmazonS3Client _owner;
    private readonly AmazonS3Client _reader;

    public PolicyTests()
    {
        _administrator = new LakeClients(_lake);
        _iam = new AmazonIdentityManagementServiceClient(
            _lake.CredentialsOf(),
            _lake.Configure(new AmazonIdentityManagementServiceConfig()));
        _owner = new AmazonS3Client(_lake.CredentialsOf(), _lake.Configure(new AmazonS3Config()));
        _reader = new AmazonS3Client(
            _lake.CredentialsOf($"arn:aws:iam::{TestLake.Account}:role/{Role}"),
            _lake.Configure(new AmazonS3Config()));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> NoPolicies => new(
        "{}",
        "[]",
        "null",
        "\"text\"",
        """{"Statement":5}""",
        """{"Statement":[]}""",
        """{"Statement":[5]}""",
        """{"Statement":{"Effect":"Allow"}}""",
        """{"Statement":{"Action":"s3:*","Resource":"*"}}""",
        """{"Statement":{"Effect":5,"Action":"s3:*","Resource":"*"}}""",
        """{"Statement":{"Effect":"Allow","Action":5,"Resource":"*"}}""",
        """{"Statement":{"Effect":"Allow","Action":["s3:*",5],"Resource":"*"}}""",
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":{"a":"b"}}}""",
        """{"Statement":{"Effect":"Allow","Action":"s3:*","NotAction":"s3:*","Resource":"*"}}""",
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":5}}""",
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringLike":"a"}}}""",
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringLike":{"s3:prefix":{}}}}}""",
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Principal":"*"}}""",
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"},"Statement":5}""",
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"},"Other":5}""",
        """{"Version":"2013-01-01","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}""",
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"\ud800"}}""",
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"b/*"}}""",
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":["*","arn:aws:s3"]}}""",
        """{"Statement":{"Effect":"Allow","Action":"s3:*","NotResource":"b"}}""",
        """{"Statement":{"Effect":"Allow","Action":"GetObject","Resource":"*"}}""",
        """{"Statement":{"Effect":"Allow","NotAction":["s3:Get*","Get*"],"Resource":"*"}}""",
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringEqualz":{"aws:x":"y"}}}}""",
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"ForOneValue:StringEquals":{"aws:x":"y"}}}}""",
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"NullIfExists":{"aws:x":"true"}}}}""",
        """{"Statement":{"Sid":"my sid!","Effect":"Allow","Action":"s3:*","Resource":"*"}}""",
        """
        {"Statement":[{"Sid":"a","Effect":"Allow","Action":"s3:*","Resource":"*"},
        {"Sid":"a","Effect":"Deny","Action":"s3:*","Resource":"*"}]}
        """);

    public async ValueTask InitializeAsync()
    {
        const string Trust = """{"Statement":{"Effect":"Allow","Principal":{"Service":"glue.amazonaws.com"},"Action":"sts:AssumeRole"}}""";
        await _iam.CreateRoleAsync(new CreateRoleRequest { RoleName = Role, AssumeRolePolicyDocument = Trust }, Ct);
        await _owner.PutBucketAsync(Bucket, Ct);
        await _owner.PutObjectAsync(new Amazon.S3.Model.PutObjectRequest { BucketName = Bucket, Key = Key, ContentBody = "x" }, Ct);
        var location = new Amazon.LakeFormation.Model.RegisterResourceRequest
        {
            ResourceArn = $"arn:aws:s3:::{Bucket}",
            RoleArn = $"arn:aws:iam::{TestLake.Account}:role/Loader",
        };
        await _administrator.LakeFormation.RegisterResourceAsync(location, Ct);
    }

    [Theory]
    [MemberData(nameof(NoPolicies))]
    public async Task What_is_no_policy_is_refused_for_a_role(string document) =>
        await Assert.ThrowsAsync<MalformedPolicyDocumentException>(() => PutAsync(document));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":5}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":5}}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"*"},"Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Foo":"x"}}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"*","aws":"*"}}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Principal":{"AWS":"*"}}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":["sts:AssumeRole","s3:GetObject"],"Principal":{"AWS":"*"}}}""")]
    public async Task What_trusts_nobody_is_refused_for_a_role(string document) =>
        await Assert.ThrowsAsync<MalformedPolicyDocumentException>(() =>
            _iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "Other", AssumeRolePolicyDocument = document }, Ct));

    [Fact]
    public async Task What_the_grammar_allows_is_taken()
    {
        await PutAsync("""
            {"Statement":[
              {"Sid":"","Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::b/${aws:username}/*"},
              {"Sid":"","Effect":"Deny","NotAction":["iam:*","S3:get?bject","kafka-cluster:*"],"NotResource":["*","arn:*:s3:::b"],
               "Condition":{"ForAnyValue:StringLikeIfExists":{"aws:TagKeys":["a","b"]},"Null":{"aws:x":"true"},
                "ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/*"},"NumericLessThanEquals":{"s3:max-keys":5}}}]}
            """);
        await _iam.CreateRoleAsync(new CreateRoleRequest
        {
            RoleName = "Trusting",
            AssumeRolePolicyDocument = """
                {"Statement":[
                  {"Sid":"","Effect":"Allow","Action":["sts:AssumeRole","sts:TagSession"],"Principal":{"AWS":"*","Service":["a"]}},
                  {"Effect":"Allow","Action":"sts:AssumeRoleWithSAML","Principal":{"Federated":"arn:aws:iam::1:saml-provider/a"}}]}
                """,
        }, Ct);
    }

    [Fact]
    public async Task A_policy_is_read_at_each_access()
    {
        Assert.Equal("AccessDenied", await ReadAsync());
        await PutAsync(Allowing("arn:aws:s3:::policy-tests/*/?/*.parquet"));
        Assert.Null(await ReadAsync());
        await PutAsync(Allowing("arn:aws:s3:::policy-tests/*/??/*.parquet"));
        Assert.Equal("AccessDenied", await ReadAsync());
    }

    /// <summary>Each pattern would take a backtracking matcher longer than anybody waits.</summary>
    [Fact]
    public async Task Wildcards_take_no_time_to_speak_of()
    {
        var stars = string.Concat(Enumerable.Repeat("*a", 40));
        await PutAsync(Allowing($"arn:aws:s3:::{stars}b", "arn:aws:s3:::*/*/*/*/*/*/*/*/*/*/*/*/*/*/*/*/*/*.csv"));
        var watch = Stopwatch.StartNew();
        Assert.Equal("AccessDenied", await ReadAsync());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Policies_of_a_role_have_a_common_limit()
    {
        await PutAsync(Allowing("arn:aws:s3:::" + new string('x', 10_000)));
        await PutAsync(Allowing("arn:aws:s3:::" + new string('y', 10_000)));
        var second = Allowing("arn:aws:s3:::" + new string('z', 300));
        await Assert.ThrowsAsync<LimitExceededException>(() => _iam.PutRolePolicyAsync(
            new PutRolePolicyRequest { RoleName = Role, PolicyName = "second", PolicyDocument = second }, Ct));
    }

    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        _owner.Dispose();
        _iam.Dispose();
        _administrator.Dispose();
        _lake.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Key => $"{new string('a', 200)}/b/{new string('a', 200)}.parquet";

    private static string Allowing(params string[] resources) => $$"""
        {"Statement":[{"Effect":"Allow","Action":["s3:Get*"],"Resource":[{{string.Join(',', resources.Select(name => $"\"{name}\""))}}]}]}
        """;

    private Task PutAsync(string document) =>
        _iam.PutRolePolicyAsync(new PutRolePolicyRequest { RoleName = Role, PolicyName = "read", PolicyDocument = document }, Ct);

    private async Task<string?> ReadAsync()
    {
        try
        {
            using var answer = await _reader.GetObjectAsync(Bucket, Key, Ct);
            return null;
        }
        catch (AmazonS3Exception error)
        {
            return error.ErrorCode;
        }
    }
}
