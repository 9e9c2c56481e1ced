using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LakeTools.Rules.Permissions;

namespace LakeTools.Core.Definitions.States;

/// <summary>Writes items of a state as JSON, one per line, and reads them.</summary>
internal static class StateJson
{
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(StateItem item)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Options)) Write(json, item);
        return Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length);
    }

    public static void Write(Utf8JsonWriter json, StateItem item)
    {
        json.WriteStartObject();
        json.WriteString("kind", item.Key.Kind.ToString());
        json.WriteString("id", item.Key.Id);
        if (item.Principal is { } principal) json.WriteString("principal", principal);
        if (item.Condition is { } condition) json.WriteString("condition", condition);
        if (item.Resource is { } resource)
        {
            json.WriteStartObject("resource");
            foreach (var (name, value) in ResourceFacts.Of(resource)) json.WriteString(name, value);
            json.WriteEndObject();
        }

        json.WriteStartObject("facts");
        foreach (var (name, value) in item.Facts) json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static StateItem Read(JsonElement json)
    {
        var key = new StateKey(Enum.Parse<StateKind>(json.GetProperty("kind").GetString()!), json.GetProperty("id").GetString()!);
        var item = new StateItem(key, Facts(json.GetProperty("facts")))
        {
            Principal = json.TryGetProperty("principal", out var principal) ? principal.GetString() : null,
            Condition = json.TryGetProperty("condition", out var condition) ? condition.GetString() : null,
            Resource = json.TryGetProperty("resource", out var resource) ? ResourceFacts.Read(Facts(resource)) : null,
        };
        return item with { Key = KeyOf(item) };
    }

    // Earlier versions wrote names with dots without backticks, so the key is made again from what it names.
    private static StateKey KeyOf(StateItem item)
    {
        if (item.Resource is not { } resource) return item.Key;
        if (resource.DatabaseName is not null && item.Principal is null) return StateKey.Of(item.Key.Kind, resource);
        var ofAccount = $" of account {resource.CatalogId}{LakeGrant.When(item.Condition)}";
        var account = item.Key.Id.EndsWith(ofAccount, StringComparison.Ordinal) ? "" : resource.CatalogId ?? "";
        return item.Principal is { } principal
            ? StateKey.Of(item.Key.Kind, principal, resource, account, item.Condition) : item.Key;
    }

    private static IReadOnlyDictionary<string, string> Facts(JsonElement json) =>
        StateItem.FactsOf(json.EnumerateObject().Select(fact => (fact.Name, fact.Value.GetString())));
}
