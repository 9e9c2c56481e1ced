using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using LakeTools.Local.Identity;
using LakeTools.Local.Wire.Models;

namespace LakeTools.Tests.Local.Wire;

/// <summary>
/// Every constraint that the models state of a request is held: each is broken alone in a request that is good otherwise and goes the way
/// of every other, and the answer names the member and what it must be.
/// </summary>
public sealed class ConstraintWalkTests : IDisposable
{
    // The schema registry says what is wrong in words of its own (SchemaErrors).
    private const string OwnError = "InvalidInputException";

    private readonly TestLake _lake = new();
    private readonly LocalCredential _keys;

    public ConstraintWalkTests() => _keys = _lake.Lake.CredentialFor(_lake.Lake.AdministratorArn);

    [Theory]
    [InlineData("glue", 1500)]
    [InlineData("lakeformation", 300)]
    [InlineData("secretsmanager", 100)]
    [InlineData("logs", 50)]
    [InlineData("iam", 100)]
    [InlineData("sts", 30)]
    public async Task Each_constraint_of_each_request_is_held(string service, int least)
    {
        var model = ServiceModel.For(service);
        var breaks = new ConstraintBreaks(canBeEmpty: model.Protocol is not WireProtocolKind.Query);
        List<string> failures = [];
        var count = 0;
        foreach (var operation in AnsweredOperations.ByService()[service].Order(StringComparer.Ordinal))
        {
            foreach (var (path, constraint, input) in breaks.Of(model.Operations[operation]))
            {
                count++;
                var (status, body) = await SendAsync(model, operation, input);
                if (!IsHeld(model, operation, path, constraint, status, body))
                    failures.Add($"{operation} {path} ({constraint}): {status} {body}");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.True(count >= least, $"{count} constraints were broken.");
        Assert.Empty(breaks.WithoutSample);
    }

    public void Dispose() => _lake.Dispose();

    private static bool IsHeld(ServiceModel model, string operation, string path, string constraint, int status, string body)
    {
        if (status != 400) return false;
        var isOwn = model.Service == "glue" && (operation.Contains("Schema", StringComparison.Ordinal)
            || operation.Contains("Registr", StringComparison.Ordinal)) && body.Contains(OwnError, StringComparison.Ordinal);
        var text = body.StartsWith('{') && JsonNode.Parse(body) is JsonObject error
            ? (string?)(error["message"] ?? error["Message"]) ?? ""
            : WebUtility.HtmlDecode(body);
        return isOwn || (body.Contains(model.ConstraintError, StringComparison.Ordinal)
            && text.Contains($"at '{path}' failed to satisfy constraint: ", StringComparison.Ordinal)
            && text.Contains(constraint, StringComparison.Ordinal));
    }

    private Task<(int Status, string Body)> SendAsync(ServiceModel model, string operation, JsonObject input)
    {
        var host = model.Service + ".amazonaws.com";
        var request = model.Protocol switch
        {
            WireProtocolKind.Json11 => new RawRequest("POST", host, "/", "", input.ToJsonString())
            {
                Headers = { ["x-amz-target"] = $"{model.Target}.{operation}" },
            },
            WireProtocolKind.RestJson => new RawRequest(
                "POST", host, "/" + model.Paths.First(path => path.Value == operation).Key, "", input.ToJsonString()),
            _ => new RawRequest("POST", host, "/", "", string.Join('&',
                [$"Action={operation}", $"Version={model.Version}", .. Parameters("", input)])),
        };
        return request.Sign(_keys, model.Service).SendAsync(_lake.Lake);
    }

    private static IEnumerable<string> Parameters(string path, JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Parameters(path + "." + member.Key, member.Value)),
        JsonArray items => items.SelectMany((item, i) =>
            Parameters($"{path}.member.{(i + 1).ToString(CultureInfo.InvariantCulture)}", item)),
        null => [],
        _ => [$"{path[1..]}={Uri.EscapeDataString(node.ToString())}"],
    };
}
