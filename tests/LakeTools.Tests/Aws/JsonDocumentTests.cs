using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.Glue;
using Amazon.Glue.Model;
using Amazon.Runtime;
using Amazon.Runtime.Documents;

namespace LakeTools.Tests.Aws;

/// <summary>Members that hold any JSON value: the type of an Iceberg field is a word or an object.</summary>
public sealed class JsonDocumentTests
{
    private const string Fields = """
        [
          {"Id":1,"Name":"a","Type":"long","Required":true,"InitialDefault":7},
          {"Id":2,"Name":"b","Type":{"type":"list","element":["x",1.5,null,false]},"Required":false}
        ]
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_read_is_written_back()
    {
        var service = new ScriptedService(
            (HttpStatusCode.OK, """{"Table":{"Name":"t","IcebergTableMetadata":{"Schemas":[{"Fields":""" + Fields + "}]}}}"),
            (HttpStatusCode.OK, "{}"));
        using var glue = Glue(service);

        var table = (await glue.GetTableAsync(new GetTableRequest { DatabaseName = "d", Name = "t" }, Cancellation)).Table;
        var schema = Assert.Single(table.IcebergTableMetadata.Schemas);
        Assert.Equal("long", schema.Fields[0].Type.AsString());
        Assert.Equal(7, schema.Fields[0].InitialDefault.AsInt());
        Assert.True(schema.Fields[0].WriteDefault.IsNull());
        Assert.Equal("list", schema.Fields[1].Type.AsDictionary()["type"].AsString());

        var input = new CreateIcebergTableInput { Location = "s3://b/t", Schema = schema };
        await glue.CreateTableAsync(
            new CreateTableRequest
            {
                DatabaseName = "d",
                OpenTableFormatInput = new()
                {
                    IcebergInput = new() { MetadataOperation = MetadataOperation.CREATE, CreateIcebergTableInput = input },
                },
            },
            Cancellation);

        var iceberg = JsonNode.Parse(service.Asked[1].Body)!["OpenTableFormatInput"]!["IcebergInput"]!;
        var written = iceberg["CreateIcebergTableInput"]!["Schema"]!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Fields), written["Fields"]), written.ToJsonString());
    }

    [Fact]
    public async Task A_member_of_another_type_than_the_models_is_an_error()
    {
        using var glue = Glue(new ScriptedService((HttpStatusCode.OK, """{"Table":{"Name":["t"]}}""")));

        var problem = await Assert.ThrowsAnyAsync<Exception>(() =>
            glue.GetTableAsync(new GetTableRequest { DatabaseName = "d", Name = "t" }, Cancellation));

        Assert.True(problem is JsonException || problem.InnerException is JsonException, problem.ToString());
    }

    private static AmazonGlueClient Glue(ScriptedService service) => new(
        new BasicAWSCredentials("id", "key"),
        new AmazonGlueConfig { RegionEndpoint = RegionEndpoint.EUWest1, HttpClientFactory = service, MaxErrorRetry = 0 });
}
