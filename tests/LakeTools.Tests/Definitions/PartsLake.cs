using Amazon.Glue.Model;
using Amazon.IdentityManagement.Model;
using Amazon.LakeFormation.Model;
using Amazon.S3.Model;
using Amazon.SecretsManager.Model;
using LakeTools.Tests.Local;
using LakeTools.Tests.Local.LakeFormation;
using LakeClients = LakeTools.Core.Connection.LakeClients;
using RowFilter = Amazon.LakeFormation.Model.RowFilter;

namespace LakeTools.Tests.Definitions;

/// <summary>
/// A lake with a database of two tables, each of which has a partition, an LF-Tag and a data filter, and with two things of each kind that
/// has a name of its own.
/// </summary>
internal static class PartsLake
{
    public static async Task<TestLake> MakeAsync(CancellationToken ct)
    {
        var lake = new TestLake();
        var clients = lake.Connect().Clients;
        await clients.LakeFormation.CreateLFTagAsync(new CreateLFTagRequest { TagKey = "k", TagValues = ["x"] }, ct);
        await clients.Glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = "d1" } }, ct);
        foreach (var table in new[] { "t1", "t2" })
        {
            var input = RandomLake.Input("d1", table);
            await clients.Glue.CreateTableAsync(new CreateTableRequest { DatabaseName = "d1", TableInput = input }, ct);
            await clients.Glue.BatchCreatePartitionAsync(new BatchCreatePartitionRequest
            {
                DatabaseName = "d1",
                TableName = table,
                PartitionInputList = [new PartitionInput { Values = ["1"], StorageDescriptor = input.StorageDescriptor }],
            }, ct);
            await clients.LakeFormation.AddLFTagsToResourceAsync(new AddLFTagsToResourceRequest
            {
                Resource = new Resource { Table = new TableResource { DatabaseName = "d1", Name = table } },
                LFTags = [new LFTagPair { TagKey = "k", TagValues = ["x"] }],
            }, ct);
            await clients.LakeFormation.CreateDataCellsFilterAsync(new CreateDataCellsFilterRequest
            {
                TableData = new DataCellsFilter
                {
                    TableCatalogId = TestLake.Account,
                    DatabaseName = "d1",
                    TableName = table,
                    Name = "f",
                    RowFilter = new RowFilter { AllRowsWildcard = new AllRowsWildcard() },
                    ColumnNames = ["a"],
                },
            }, ct);
        }

        foreach (var name in new[] { "n1", "n2" }) await NameAsync(lake.Connect().Clients, name, ct);
        return lake;
    }

    // A thing of each kind that has a name of its own. A role has two policies.
    private static async Task NameAsync(LakeClients clients, string name, CancellationToken ct)
    {
        const string trust = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"glue.amazonaws.com"},"Action":"sts:AssumeRole"}]}
            """;
        const string policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"*"}]}""";
        await clients.Iam.CreateRoleAsync(new CreateRoleRequest { RoleName = name, AssumeRolePolicyDocument = trust }, ct);
        foreach (var part in new[] { "p1", "p2" })
            await clients.Iam.PutRolePolicyAsync(
                new PutRolePolicyRequest { RoleName = name, PolicyName = part, PolicyDocument = policy }, ct);
        await clients.S3.PutBucketAsync(new PutBucketRequest { BucketName = name + "-bucket" }, ct);
        await clients.SecretsManager.CreateSecretAsync(new CreateSecretRequest { Name = name, SecretString = "value" }, ct);
        await clients.Glue.CreateJobAsync(new CreateJobRequest
        {
            Name = name,
            Role = name,
            Command = new JobCommand { Name = "glueetl", ScriptLocation = $"s3://{name}-bucket/job.py", PythonVersion = "3" },
        }, ct);
        await clients.Glue.CreateCrawlerAsync(new CreateCrawlerRequest
        {
            Name = name,
            Role = name,
            DatabaseName = "d1",
            Targets = new CrawlerTargets { S3Targets = [new S3Target { Path = $"s3://{name}-bucket/raw" }] },
        }, ct);
        await clients.Glue.CreateConnectionAsync(new CreateConnectionRequest
        {
            ConnectionInput = new ConnectionInput
            {
                Name = name,
                ConnectionType = "JDBC",
                ConnectionProperties = new() { ["JDBC_CONNECTION_URL"] = "jdbc:mysql://h/d", ["SECRET_ID"] = name },
            },
        }, ct);
    }
}
