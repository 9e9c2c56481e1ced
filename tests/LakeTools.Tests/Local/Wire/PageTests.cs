
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
    [InlineData("ListTransactions", "transactions")]
    [InlineData("ListLakeFormationOptIns", "optins")]
    public void A_token_whose_number_is_none_is_rejected(string operation, string list)
    {
        var driver = new ApiDriver(_lake, new LakeFormationApi());
        Assert.Equal("InvalidInputException", driver.Refused(operation, new { NextToken = PageToken.Write(list, "x") }));
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
