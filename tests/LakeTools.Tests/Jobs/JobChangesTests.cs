using System.Net;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.Glue;
using Amazon.Glue.Model;
using Amazon.Runtime;
using LakeTools.Core.Catalog;
using LakeTools.Core.Jobs.Properties;
using LakeTools.Tests.Aws;

namespace LakeTools.Tests.Jobs;

/// <summary>What Glue replaces whole goes back as it came, also where this module does not know it.</summary>
public sealed class JobChangesTests
{
    [Fact]
    public async Task A_job_is_written_back_with_all_that_it_has()
    {
        const string kept =
            """
            "Description":"d","LogUri":"s3://l/","Role":"r","ExecutionProperty":{"MaxConcurrentRuns":3,"Later":1},
            "Command":{"Name":"glueetl","ScriptLocation":"s3://b/s.py","PythonVersion":"3","Runtime":"x","Future":{"deep":[1,"two"]}},
            "DefaultArguments":{"--a":"1"},"NonOverridableArguments":{"--b":"2"},"Connections":{"Connections":["c"]},"MaxRetries":1,
            "Timeout":60,
            "WorkerType":"G.1X","NumberOfWorkers":10,"SecurityConfiguration":"sc","NotificationProperty":{"NotifyDelayAfter":5},
            "GlueVersion":"4.0",
            "CodeGenConfigurationNodes":{"n1":{"S3CsvSource":{"Paths":["s3://x"],"Separator":"comma"}}},"ExecutionClass":"FLEX",
            "JobMode":"VISUAL",
            "SourceControlDetails":{"Provider":"GITHUB","Owner":"o"},"MaintenanceWindow":"Sun:10","JobRunQueuingEnabled":true
            """;
        var answer = """{"Job":{"Name":"j","CreatedOn":1,"LastModifiedOn":2,"AllocatedCapacity":10,"MaxCapacity":10.0,"ProfileName":"p","""
            + kept + "}}";
        var service = new ScriptedService((HttpStatusCode.OK, answer), (HttpStatusCode.OK, """{"JobName":"j"}"""));
        using var glue = Client(service);
        var job = (await glue.GetJobAsync(new GetJobRequest { JobName = "j" }, TestContext.Current.CancellationToken)).Job;
        var update = new UpdateJobRequest { JobName = "j", JobUpdate = JobChanges.Apply(job, new JobChange { Name = "j" }) };
        await glue.UpdateJobAsync(update, TestContext.Current.CancellationToken);
        AssertSame(JsonNode.Parse("{" + kept + "}"), JsonNode.Parse(service.Asked[1].Body)!["JobUpdate"]);
    }

    [Fact]
    public async Task A_table_is_written_back_with_all_that_it_has()
    {
        const string kept =
            """
            "Name":"t","Description":"d","Owner":"o","LastAccessTime":5,"LastAnalyzedTime":6,"Retention":7,
            "StorageDescriptor":{"Columns":[{"Name":"a","Type":"int","Comment":"c","Parameters":{"k":"v"},"Later":true}],
            "Location":"s3://b/t","AdditionalLocations":["s3://b/u"],
              "Compressed":true,"NumberOfBuckets":4,"SerdeInfo":{"Name":"s","SerializationLibrary":"l","Parameters":{"p":"q"},"Later":"x"},
              "BucketColumns":["a"],
              "SortColumns":[{"Column":"a","SortOrder":1}],"Parameters":{"x":"y"},"SkewedInfo":{"SkewedColumnNames":["a"]},
              "StoredAsSubDirectories":true,
              "SchemaReference":{"SchemaVersionNumber":3},"Future":{"deep":1}},
            "PartitionKeys":[{"Name":"y","Type":"int"}],"ViewOriginalText":"v","ViewExpandedText":"w","TableType":"VIRTUAL_VIEW",
            "Parameters":{"p":"1"},
            "TargetTable":{"CatalogId":"1","DatabaseName":"e","Name":"f"},"FederatedTable":{"Identifier":"i","ConnectionName":"c"},
            "ViewDefinition":{"IsProtected":true,"Definer":"arn:aws:iam::123456789012:role/R","SubObjects":["arn:aws:glue:x:1:table/a/b"],
              "Representations":[{"Dialect":"ATHENA","DialectVersion":"3","ViewOriginalText":"select","ViewExpandedText":"select 1",
              "ValidationConnection":"c"}]}
            """;
        var answer = """
            {"Table":{"DatabaseName":"d","CreateTime":1,"UpdateTime":2,"CreatedBy":"me","IsRegisteredWithLakeFormation":true,
            "CatalogId":"1","VersionId":"8",
            """ + kept + "}}";
        var service = new ScriptedService((HttpStatusCode.OK, answer), (HttpStatusCode.OK, "{}"));
        using var glue = Client(service);
        var table = (await glue.GetTableAsync(new GetTableRequest { DatabaseName = "d", Name = "t" },
            TestContext.Current.CancellationToken)).Table;
        await glue.UpdateTableAsync(new UpdateTableRequest { DatabaseName = "d", TableInput = TableChanges.Keep(table) },
            TestContext.Current.CancellationToken);
        AssertSame(JsonNode.Parse("{" + kept + "}"), JsonNode.Parse(service.Asked[1].Body)!["TableInput"]);
    }

    private static AmazonGlueClient Client(ScriptedService service) => new(
        new BasicAWSCredentials("id", "key"),
            new AmazonGlueConfig { RegionEndpoint = RegionEndpoint.EUWest1, HttpClientFactory = service });

    private static void AssertSame(JsonNode? expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"Not the same:\n{expected}\n{actual}");
}
