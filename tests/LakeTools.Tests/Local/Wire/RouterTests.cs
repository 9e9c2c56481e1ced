using System.Text.Json.Nodes;
using LakeTools.Local;
using LakeTools.Local.Identity;

namespace LakeTools.Tests.Local.Wire;

public sealed class RouterTests : IDisposable
{
    private readonly TestLake _lake = new();

    [Theory]
    [InlineData("AWSGlue.NoSuchOperation", "{}", 400, "UnknownOperationException")]
    [InlineData("AWSGlue.CreateBlueprint", "{}", 400, "UnknownOperationException")]
    [InlineData("Other.GetDatabase", "{}", 400, "UnknownOperationException")]
    [InlineData("AWSGlue.GetDatabases", "{", 400, "SerializationException")]
    [InlineData("AWSGlue.GetDatabases", "[]", 400, "SerializationException")]
    [InlineData("AWSGlue.GetDatabases", """{"MaxResults": 1, "MaxResults": 2}""", 400, "SerializationException")]
    [InlineData("AWSGlue.GetDatabases", """{"NextToken": "\uD800"}""", 400, "SerializationException")]
    public async Task A_call_that_json_1_1_cannot_carry_is_refused(string target, string body, int status, string code)
    {
        var answer = await Glue(target, body).SendAsync(_lake.Lake);
        Assert.Equal((status, code), (answer.Status, (string?)JsonNode.Parse(answer.Body)!["__type"]));
    }

    [Fact]
    public async Task Nesting_is_bounded()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", 5000)) + "1" + new string('}', 5000);
        var answer = await Glue("AWSGlue.GetDatabases", deep).SendAsync(_lake.Lake);
        Assert.Equal("SerializationException", (string?)JsonNode.Parse(answer.Body)!["__type"]);
    }

    [Theory]
    [InlineData("", "MissingAction")]
    [InlineData("Action=GetCallerIdentity", "InvalidAction")]
    [InlineData("Action=GetCallerIdentity&Version=2010-01-01", "InvalidAction")]
    [InlineData("Action=AssumeRoleWithSAML&Version=2011-06-15", "InvalidAction")]
    [InlineData("Action=AssumeRole&Version=2011-06-15&DurationSeconds=soon", "MalformedInput")]
    public async Task A_call_that_query_cannot_carry_is_refused(string body, string code)
    {
        var request = new RawRequest("POST", "sts.amazonaws.com", "/", "", body).Sign(Keys(), "sts");
        Assert.Contains($"<Code>{code}</Code>", (await request.SendAsync(_lake.Lake)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_that_Lake_Formation_vends_open_their_objects_and_nothing_else()
    {
        var instance = _lake.Lake.Instance;
        var keys = instance.Store.Write(session => instance.Context.Identity.IssueVended(
            session,
            new Caller(TestLake.Analyst, TestLake.Analyst, TestLake.Account),
            new VendedScope(["s3://data/sales"], CanWrite: false),
            TimeSpan.FromMinutes(15)));
        var secrets = new RawRequest("POST", "secretsmanager.amazonaws.com", "/", "",
            "{}") { Headers = { ["x-amz-target"] = "secretsmanager.ListSecrets" } };
        var refused = await secrets.Sign(keys, "secretsmanager").SendAsync(_lake.Lake);
        Assert.Equal("AccessDeniedException", (string?)JsonNode.Parse(refused.Body)!["__type"]);

        (string Method, string Path, string Query, int Status)[] expected =
        [
            ("PUT", "/data", "", 403),
            ("GET", "/", "", 403),
            ("GET", "/data/sales/a", "", 404),
            ("GET", "/data/sales-old/a", "", 403),
            ("GET", "/data/other", "", 403),
            ("PUT", "/data/sales/a", "", 403),
            ("DELETE", "/data/sales/a", "", 403),
            ("GET", "/data", "list-type=2&prefix=sales%2F", 200),
            ("GET", "/data", "list-type=2&prefix=sales", 403),
            ("GET", "/data", "list-type=2", 403),
        ];
        Assert.Equal(200, (await new RawRequest("PUT", "s3.amazonaws.com", "/data", "", "").Sign(Keys(), "s3").SendAsync(_lake.Lake))
            .Status);
        foreach (var (method, path, query, status) in expected)
        {
            var answer = await new RawRequest(method, "s3.amazonaws.com", path, query, "").Sign(keys, "s3").SendAsync(_lake.Lake);
            Assert.Equal((method, path, query, status), (method, path, query, answer.Status));
        }
    }

    public void Dispose() => _lake.Dispose();

    private LakeTools.Local.Identity.LocalCredential Keys() => _lake.Lake.CredentialFor(_lake.Lake.AdministratorArn);

    private RawRequest Glue(string target, string body) =>
        new RawRequest("POST", "glue.eu-central-1.amazonaws.com", "/", "", body) { Headers = { ["x-amz-target"] = target } }
        .Sign(Keys(), "glue");
}
