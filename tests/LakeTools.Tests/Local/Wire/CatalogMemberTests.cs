using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue;
using LakeTools.Local.LakeFormation;
using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Models;

namespace LakeTools.Tests.Local.Wire;

/// <summary>
/// The CatalogId of a request is looked at by each operation that has one: RequestMemberTests finds only that some code of the service
/// names it.
/// </summary>
public sealed class CatalogMemberTests : IDisposable
{
    private const string Missing = "999988887777";

    private readonly TestLake _lake = new();

    [Theory]
    [InlineData("glue", 60)]
    [InlineData("lakeformation", 30)]
    public void A_catalog_that_is_not_there_is_an_error_of_each_operation(string service, int least)
    {
        using JsonApi api = service == "glue" ? new GlueApi() : new LakeFormationApi();
        var driver = new ApiDriver(_lake, api);
        var samples = new ConstraintBreaks(canBeEmpty: true);
        List<string> failures = [];
        var count = 0;
        foreach (var operation in AnsweredOperations.ByService()[service].Order(StringComparer.Ordinal))
        {
            var shape = ServiceModel.For(service).Operations[operation];
            if (!shape.Members.ContainsKey("CatalogId")) continue;
            count++;
            var input = Complete(samples.Sample(shape));
            input["CatalogId"] = Missing;
            if (Answer(driver, operation, input) is var answer && !answer.Contains(Missing, StringComparison.Ordinal)
                && !answer.Contains("AccessDenied", StringComparison.Ordinal)) failures.Add($"{operation}: {answer}");
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.True(count >= least, $"{count} operations have a CatalogId.");
    }

    public void Dispose() => _lake.Dispose();

    // What the model lets be empty, and the operation needs before it looks for a catalog.
    private static JsonObject Complete(JsonObject input)
    {
        if (input["Entries"] is JsonArray entries && entries[0]!["Id"] is not null)
        {
            input["Entries"] = new JsonArray(Grant());
            return input;
        }

        foreach (var (member, value) in Grant())
            if (input.ContainsKey(member)) input[member] = value?.DeepClone();
        if (input.ContainsKey("Targets"))
            input["Targets"] = new JsonObject { ["S3Targets"] = new JsonArray(new JsonObject { ["Path"] = "s3://a/a" }) };
        return input;

        static JsonObject Grant() => new()
        {
            ["Id"] = "a",
            ["Principal"] = new JsonObject { ["DataLakePrincipalIdentifier"] = TestLake.Analyst },
            ["Resource"] = new JsonObject { ["Database"] = new JsonObject { ["Name"] = "a" } },
            ["Permissions"] = new JsonArray("DESCRIBE"),
        };
    }

    private static string Answer(ApiDriver driver, string operation, JsonObject input)
    {
        try
        {
            return driver.Call(operation, input).ToJsonString();
        }
        catch (ApiException error)
        {
            return $"{error.Code} {error.Message}";
        }
    }
}
