using Amazon.Athena.Model;
using Amazon.Glue.Model;
using Amazon.IdentityManagement.Model;
using LakeTools.Core.Permissions.Checks;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Permissions;

/// <summary>
/// Test-LakeAccess asks Athena's work group where results go (Athena user guide, workgroup settings and client-side settings).
/// </summary>
public sealed class ResultPlaceCheckTests
{
    private const string Policy =
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::mine*"}}""";

    private const string Trust = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}
        """;

    [Theory]
    [InlineData("s3://mine/results/", true, null, AccessCheckStatus.Passed)]
    [InlineData("s3://mine/results/", true, "s3://other/", AccessCheckStatus.Passed)] // the work group insists
    [InlineData("s3://mine/results/", false, "s3://other/", AccessCheckStatus.Failed)]
    [InlineData("s3://other/", true, "s3://mine/", AccessCheckStatus.Failed)]
    [InlineData("s3://other/", false, "s3://mine/", AccessCheckStatus.Passed)]
    [InlineData("s3://other/", false, null, AccessCheckStatus.Failed)]
    [InlineData(null, false, null, AccessCheckStatus.Unknown)]
    [InlineData(null, true, "s3://mine/", AccessCheckStatus.Passed)]
    public async Task The_work_group_says_where_results_go(string? ofGroup, bool isEnforced, string? given, AccessCheckStatus expected)
    {
        var token = TestContext.Current.CancellationToken;
        using var lake = new TestLake();
        var connection = lake.Connect();
        var clients = connection.Clients;
        await clients.Glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = "d" } }, token);
        var table = new TableInput { Name = "t", StorageDescriptor = new StorageDescriptor { Location = "s3://mine/t/" } };
        await clients.Glue.CreateTableAsync(new CreateTableRequest { DatabaseName = "d", TableInput = table }, token);
        await clients.Iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "Analyst", AssumeRolePolicyDocument = Trust }, token);
        await clients.Iam.PutRolePolicyAsync(
            new PutRolePolicyRequest { RoleName = "Analyst", PolicyName = "own", PolicyDocument = Policy }, token);
        foreach (var bucket in new[] { "mine", "other" }) await clients.S3.PutBucketAsync(bucket, token);
        await clients.Athena.CreateWorkGroupAsync(new CreateWorkGroupRequest
        {
            Name = "team",
            Configuration = new WorkGroupConfiguration
            {
                EnforceWorkGroupConfiguration = isEnforced,
                ResultConfiguration = ofGroup is null ? null : new ResultConfiguration { OutputLocation = ofGroup },
            },
        }, token);
        var question = new AccessCheckQuestion(LakePrincipal.Parse(TestLake.Analyst, LakeHome.Embedded), "d", "t")
        {
            WorkGroup = "team",
            OutputLocation = given,
        };
        var checks = new List<LakeAccessCheck>();
        await foreach (var check in new AccessCheckService(connection).CheckAsync(question, token)) checks.Add(check);
        Assert.Equal($"{expected}", checks.Find(check => check.Name == nameof(AccessCheckName.IamResult))!.Status);
    }
}
