using System.Text.Json.Nodes;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Definitions.Facts;

/// <summary>What every IAM policy document must have. IAM rejects the others, when a publish is half done.</summary>
internal static class PolicyForm
{
    private static readonly string[] s_versions = ["2012-10-17", "2008-10-17"];

    /// <summary>Checks a document in its canonical form.</summary>
    /// <param name="document">The document.</param>
    /// <param name="subject">Principal or Resource: what each statement of such a document must name.</param>
    /// <exception cref="LakeException"><c>PolicyDocumentInvalid</c>.</exception>
    public static void Check(string document, string subject)
    {
        var policy = JsonNode.Parse(document)!.AsObject();
        if (policy["Version"] is { } version && !s_versions.Contains(TextOf(version)))
            throw Fault.PolicyDocumentInvalid($"its Version is neither {s_versions[0]} nor {s_versions[1]}");
        var statements = policy["Statement"]!.AsArray();
        if (statements.Count == 0) throw Fault.PolicyDocumentInvalid("it has no statement");
        foreach (var item in statements)
        {
            if (item is not JsonObject statement) throw Fault.PolicyDocumentInvalid("a statement is not a map");
            if (TextOf(statement["Effect"]) is not ("Allow" or "Deny"))
                throw Fault.PolicyDocumentInvalid("the Effect of a statement is neither Allow nor Deny");
            if (!HasTexts(
                statement["Action"] ?? statement["NotAction"], text => text == "*" || text.Contains(':', StringComparison.Ordinal)))
                throw Fault.PolicyDocumentInvalid("a statement has no Action such as s3:GetObject");
            if ((statement["Resource"] ?? statement["NotResource"]) is { } resource && !HasTexts(resource, _ => true))
                throw Fault.PolicyDocumentInvalid("the Resource of a statement is not an ARN or a list of ARNs");
            if ((statement[subject] ?? statement["Not" + subject]) is null)
                throw Fault.PolicyDocumentInvalid($"a statement has no {subject}");
        }
    }

    private static bool HasTexts(JsonNode? node, Func<string, bool> isGood) => node switch
    {
        JsonArray list => list.Count > 0 && list.All(item => HasTexts(item, isGood)),
        _ => TextOf(node) is { Length: > 0 } text && !text.Any(char.IsWhiteSpace) && isGood(text),
    };

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
