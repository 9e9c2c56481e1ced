using System.Text.Json.Nodes;
using System.Xml.Linq;
using LakeTools.Local;
using LakeTools.Tests.Local.Wire;

namespace LakeTools.Tests.Local.Lakes;

/// <summary>A call as it goes over the wire, and what a lake answered to it.</summary>
/// <param name="Service">The signing name.</param>
/// <param name="Operation">What is asked for: of S3 the method and path with its query, of others the operation.</param>
/// <param name="Body">The request's body.</param>
/// <param name="Answer">The answer's body.</param>
internal sealed record RecordedCall(string Service, string Operation, string Body = "", string Answer = "")
{
    private static readonly Dictionary<string, string> s_targets = new()
    {
        ["glue"] = "AWSGlue",
        ["secretsmanager"] = "secretsmanager",
        ["logs"] = "Logs_20140328",
        ["cloudtrail"] = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101",
        ["athena"] = "AmazonAthena",
    };

    /// <summary>The request, yet to be signed.</summary>
    public RawRequest ToRequest()
    {
        var host = $"{Service}.eu-central-1.amazonaws.com";
        var words = Operation.Split(' ');
        return Service switch
        {
            "s3" => new RawRequest(words[0], host, words[1].Split('?')[0], words[1].Split('?').ElementAtOrDefault(1) ?? "", Body),
            "iam" => new RawRequest("POST", host, "/", "", Body) { Headers = { ["content-type"] = "application/x-www-form-urlencoded" } },
            "lakeformation" => new RawRequest("POST", host, "/" + Operation, "", Body),
            "ram" => new RawRequest("POST", host, "/" + Operation.ToLowerInvariant(), "", Body),
            _ => new RawRequest("POST", host, "/", "", Body) { Headers = { ["x-amz-target"] = $"{s_targets[Service]}.{Operation}" } },
        };
    }

    /// <summary>Sends it to a lake as its administrator.</summary>
    /// <param name="lake">The lake.</param>
    /// <param name="at">The time on the lake's clock; now where null.</param>
    public async Task<RecordedCall> SendAsync(LocalLake lake, DateTimeOffset? at = null)
    {
        var (status, answer) = await ToRequest().Sign(lake.CredentialFor(lake.AdministratorArn), Service, at).SendAsync(lake);
        Assert.True(status is 200 or 204, $"{Service} {Operation}: {status} {answer}");
        return this with { Answer = answer };
    }

    /// <summary>Says where an answer lacks something of this one; null where it has all. What a later version adds is no matter.</summary>
    public string? Missing(string answer) =>
        Answer.StartsWith('{') ? Missing(JsonNode.Parse(Answer), JsonNode.Parse(answer), "")
        : Answer.StartsWith('<') ? Leaves(Answer).Except(Leaves(answer)).FirstOrDefault()
        : Answer == answer ? null : "the content";

    private static string? Missing(JsonNode? old, JsonNode? now, string path) => old switch
    {
        JsonObject members => members.Select(member => Missing(member.Value, (now as JsonObject)?[member.Key], $"{path}.{member.Key}"))
            .FirstOrDefault(missing => missing is not null),
        JsonArray items when now is not JsonArray list || list.Count != items.Count => path,
        JsonArray items => items.Select((item, index) => Missing(item, now![index], $"{path}[{index}]"))
            .FirstOrDefault(missing => missing is not null),
        _ => JsonNode.DeepEquals(old, now) ? null : path,
    };

    private static IEnumerable<string> Leaves(string xml) => XDocument.Parse(xml).Descendants()
        .Where(element => !element.HasElements && element.Name.LocalName is not ("RequestId" or "HostId"))
        .Select(element => $"{element.Name.LocalName}={WholeSeconds(element)}");

    // S3 tells whole seconds, as was recorded of AWS; an earlier version told milliseconds.
    private static string WholeSeconds(XElement element) => element.Name.LocalName is "LastModified" or "CreationDate" or "Initiated"
        ? element.Value[..^"000Z".Length] + "000Z"
        : element.Value;
}
