
using LakeTools.Local.Api;
using LakeTools.Local.Ec2;
using LakeTools.Local.Glue;
using LakeTools.Local.Iam;
using LakeTools.Local.LakeFormation;
using LakeTools.Local.Logs;
using LakeTools.Local.SecretsManager;
using LakeTools.Local.Wire;

namespace LakeTools.Tests.Local.Wire;

public sealed class PageTests : IDisposable
{
    private readonly TestLake _lake = new();

    /// <summary>
    /// Lists, and the error of a token that they have not written. Sources: the errors that the operations' models declare; EC2's list of
    /// client error codes; IAM's common errors.
    /// </summary>
    public static TheoryData<string, string, string, string> Lists => new()
    {
        { "glue", "GetDatabases", "NextToken", "InvalidInputException" },
        { "glue", "GetJobs", "NextToken", "InvalidInputException" },
        { "glue", "GetConnections", "NextToken", "InvalidInputException" },
        { "glue", "GetCrawlers", "NextToken", "InvalidInputException" },
        { "lakeformation", "ListPermissions", "NextToken", "InvalidInputException" },
        { "lakeformation", "ListResources", "NextToken", "InvalidInputException" },
        { "lakeformation", "ListLFTags", "NextToken", "InvalidInputException" },
        { "lakeformation", "ListLakeFormationOptIns", "NextToken", "InvalidInputException" },
        { "lakeformation", "ListTransactions", "NextToken", "InvalidInputException" },
        { "secretsmanager", "ListSecrets", "NextToken", "InvalidNextTokenException" },
        { "logs", "DescribeLogGroups", "nextToken", "InvalidParameterException" },
        { "iam", "ListRoles", "Marker", "ValidationError" },
        { "ec2", "DescribeVpcEndpoints", "NextToken", "InvalidNextToken" },
    };

    public void Dispose() => _lake.Dispose();

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_token_of_no_list_or_of_another_one_is_rejected(string service, string operation, string member, string error)
    {
        var driver = new ApiDriver(_lake, Api(service));
        foreach (var token in new[] { "nonsense", PageToken.Write("another list", "a"), PageToken.Write("another list", "1", "2") })
            Assert.Equal(error, driver.Refused(operation, new Dictionary<string, string> { [member] = token }));
    }

    [Theory]
    [InlineData("ListTransactions")]
    [InlineData("ListLakeFormationOptIns")]
    public void A_token_whose_number_is_none_is_rejected(string operation)
    {
        var driver = new ApiDriver(_lake, new LakeFormationApi());
        var token = new Page([], PageForm.Glue, operation, 1).Token("x");
        Assert.Equal("InvalidInputException", driver.Refused(operation, new { NextToken = token }));
    }

    [Fact]
    public void A_token_is_of_one_request()
    {
        var glue = new ApiDriver(_lake, new GlueApi());
        foreach (var database in (string[])["a", "b"])
        {
            glue.Call("CreateDatabase", new { DatabaseInput = new { Name = database } });
            foreach (var table in (string[])["t0", "t1"])
                glue.Call("CreateTable", new { DatabaseName = database, TableInput = new { Name = table } });
        }

        foreach (var name in (string[])["i", "j"])
            glue.Call("CreateJob", new { Name = name, Role = "r", Command = new { Name = "glueetl", ScriptLocation = "s3://a/a.py" } });
        var token = (string?)glue.Call("GetTables", new { DatabaseName = "a", Expression = "t.*", MaxResults = 1 })["NextToken"];
        Assert.NotNull(token);
        Assert.Equal("InvalidInputException", glue.Refused("GetTables", new { DatabaseName = "b", Expression = "t.*", NextToken = token }));
        Assert.Equal("InvalidInputException", glue.Refused("GetTables", new { DatabaseName = "a", NextToken = token }));
        var rest = glue.Call("GetTables", new { NextToken = token, MaxResults = 5, Expression = "t.*", DatabaseName = "a" });
        Assert.Equal("t1", (string?)Assert.Single(rest["TableList"]!.AsArray())!["Name"]);
        Assert.Equal("InvalidInputException",
            glue.Refused("ListJobs", new { NextToken = (string?)glue.Call("GetJobs", new { MaxResults = 1 })["NextToken"] }));
    }

    private static JsonApi Api(string service) => service switch
    {
        "glue" => new GlueApi(),
        "lakeformation" => new LakeFormationApi(),
        "secretsmanager" => new SecretsManagerApi(),
        "logs" => new LogsApi(),
        "iam" => new IamApi(),
        _ => new Ec2Api(),
    };
}
