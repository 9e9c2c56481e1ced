using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Facts;

/// <summary>
/// The shape of IAM documents: a map in a definition, or the JSON as a text. Forms that are equal for IAM are the same fact: the order of
/// members and of the items of lists, a list of one text, and an account and its root as a principal.
/// </summary>
internal static partial class PolicyShapes
{
    private const string Statement = "Statement";
    private const string Accounts = "AWS";
    private static readonly string[] s_principals = ["Principal", "NotPrincipal"];

    /// <summary>A document whose statements name principals.</summary>
    /// <param name="words">Words that represent documents; null for none.</param>
    public static Shape<string?> Document(IReadOnlyDictionary<string, string>? words = null) => new OneFact<string?>(
        """{ "oneOf": [{ "type": "object" }, { "type": "string" }] }""",
        (read, node, what) => Read(read, node, what, "Principal", words),
        Written,
        text => text,
        text => text);

    /// <summary>Reads a document from a definition, with what its statements must name.</summary>
    public static string? Read(NodeReader read, DefinitionNode? node, string what, string subject,
        IReadOnlyDictionary<string, string>? words = null)
    {
        if (node is null) return null;
        if (node is DefinitionNode.Map && !IsWhole(read, node, what)) return null;
        if (node is DefinitionNode.Map) return read.Checked(Json(node)!.ToJsonString(), node.Place, Checked);
        if (read.Text(node, what) is not { } text) return null;
        return words?.FirstOrDefault(word => word.Key.Equals(text, StringComparison.OrdinalIgnoreCase)) is { Value: { } meant }
            ? Canonical(meant) : read.Checked(text, node.Place, Checked);

        string Checked(string document)
        {
            var canonical = Canonical(document);
            PolicyForm.Check(canonical, subject);
            return canonical;
        }
    }

    /// <summary>The document as a definition has it.</summary>
    public static object Written(string text)
    {
        try
        {
            return Node(JsonNode.Parse(text));
        }
        catch (JsonException)
        {
            return DefinitionParameters.Escape(text);
        }
    }

    /// <summary>A document in the one form in which documents are compared.</summary>
    /// <exception cref="LakeException"><c>PolicyDocumentInvalid</c>.</exception>
    public static string Canonical(string text)
    {
        try
        {
            if (JsonNode.Parse(text) is not JsonObject document || document[Statement] is not { } statements)
                throw Fault.PolicyDocumentInvalid($"it is not an object with a {Statement}");
            var list = statements is JsonArray ? statements.DeepClone().AsArray() : new JsonArray(statements.DeepClone());
            foreach (var statement in list.OfType<JsonObject>()) NameAccounts(statement);
            document[Statement] = list;
            return Sorted(document, Statement)!.ToJsonString(ReadableJson.Options);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            throw Fault.PolicyDocumentInvalid("it is not valid JSON, or has a member twice", inner: error);
        }
    }

    /// <summary>The fact of a document that a service has: as it is there where it has no such form.</summary>
    public static string Of(string text)
    {
        try
        {
            return Canonical(text);
        }
        catch (LakeException)
        {
            return text;
        }
    }

    // Nothing of a document is dropped: no member that stands twice, and nothing that is nothing.
    private static bool IsWhole(NodeReader read, DefinitionNode node, string what)
    {
        var before = read.Findings.Count;
        switch (node)
        {
            case DefinitionNode.Map map:
                read.Open(map, what);
                foreach (var entry in map.Entries) IsWhole(read, entry.Value, $"{what}.{entry.Key}");
                break;
            case DefinitionNode.List list:
                foreach (var item in list.Items) IsWhole(read, item, what);
                break;
            default:
                read.Text(node, what);
                break;
        }

        return read.Findings.Count == before;
    }

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:iam::([0-9]{12}):root\z", RegexOptions.CultureInvariant)]
    private static partial Regex Root();

    // Elsewhere, such as in a condition, the ARN is a text that IAM compares.
    private static void NameAccounts(JsonObject statement)
    {
        foreach (var principal in s_principals.Select(key => statement[key]).OfType<JsonObject>())
            if (principal[Accounts] is { } named)
                principal[Accounts] = named is JsonArray list ? new JsonArray([.. list.Select(Account)]) : Account(named);
    }

    private static JsonNode? Account(JsonNode? named) => named is JsonValue value && value.TryGetValue<string>(out var text)
        ? JsonValue.Create(Root().Replace(text, "$1")) : named?.DeepClone();

    private static JsonNode? Sorted(JsonNode? node, string? ordered = null)
    {
        switch (node)
        {
            case JsonObject map:
                var sorted = new JsonObject();
                foreach (var (key, value) in map.OrderBy(member => member.Key, StringComparer.Ordinal))
                    sorted[key] = key == ordered ? new JsonArray([.. value!.AsArray().Select(one => Sorted(one))]) : Sorted(value);
                return sorted;
            case JsonArray list:
                var items = list.Select(item => Sorted(item)).OrderBy(item => item?.ToJsonString(), StringComparer.Ordinal).ToList();
                return items is [JsonValue one] ? one.DeepClone() : new JsonArray([.. items]);
            case JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number:
                return JsonValue.Create(value.ToJsonString());
            default:
                return node?.DeepClone();
        }
    }

    private static JsonNode? Json(DefinitionNode node) => node switch
    {
        DefinitionNode.Map map => new JsonObject(map.Entries
            .Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Json(entry.Value)))),
        DefinitionNode.List list => new JsonArray([.. list.Items.Select(Json)]),
        _ => JsonValue.Create(((DefinitionNode.Scalar)node).Text),
    };

    private static object Node(JsonNode? node) => node switch
    {
        JsonObject map => map.ToDictionary(member => DefinitionParameters.Escape(member.Key), member => Node(member.Value)),
        JsonArray list => list.Select(Node).ToList(),
        _ => DefinitionParameters.Escape(node?.ToString() ?? ""),
    };
}
