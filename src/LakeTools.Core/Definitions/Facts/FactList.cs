using System.Text.Json.Nodes;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.States;

namespace LakeTools.Core.Definitions.Facts;

/// <summary>The properties of a kind of things: what a definition may say of them, and how it is read and written.</summary>
internal class FactList
{
    private readonly List<Fact> _facts;

    /// <summary>Makes a list.</summary>
    public FactList(params IEnumerable<Fact> facts) => _facts = [.. facts];

    /// <summary>The properties, in the order in which they are written.</summary>
    public IReadOnlyList<Fact> All => _facts;

    /// <summary>The keys of such a thing in a definition.</summary>
    public string[] Keys => [.. _facts.Select(fact => fact.Name)];

    /// <summary>Reads the facts of a thing in a definition.</summary>
    /// <param name="read">Reads values.</param>
    /// <param name="map">The resource; null if nothing is said of it.</param>
    /// <param name="within">The text before a key in a finding, such as <c>jobs.nightly.</c>.</param>
    public IReadOnlyDictionary<string, string> Read(NodeReader read, DefinitionNode.Map? map, string within) =>
        StateItem.FactsOf(_facts.SelectMany(fact => fact.Named(fact.Shape.Read(read, map?.Find(fact.Name), within + fact.Name))));

    /// <summary>Writes facts so that they are read again as the same facts.</summary>
    public void Write(Dictionary<string, object> map, IReadOnlyDictionary<string, string> facts)
    {
        foreach (var fact in _facts)
        {
            var parts = fact.Parts(facts!);
            if (parts.Count > 0 && fact.Shape.Write(parts) is { } value) map[fact.Name] = value;
        }
    }

    /// <summary>The JSON Schema of such a thing in a definition.</summary>
    public JsonObject Schema()
    {
        var properties = new JsonObject();
        foreach (var fact in _facts)
        {
            var schema = OrReference(JsonNode.Parse(fact.Shape.Schema)!.AsObject());
            if (fact.Description is { } description) schema["description"] = description;
            properties[fact.Name] = schema;
        }

        var whole = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (_facts.Exists(fact => fact.IsRequired))
            whole["required"] = new JsonArray([.. _facts.Where(fact => fact.IsRequired).Select(fact => (JsonNode)fact.Name)]);
        return whole;
    }

    // A parameter's name represents a value of any kind.
    private static JsonObject OrReference(JsonObject schema) =>
        schema["type"]?.ToString() == "string" || schema["$ref"]?.ToString() is "#/$defs/value" or "#/$defs/texts"
            ? schema
            : new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["$ref"] = "#/$defs/reference" }) };

    /// <summary>Adds a property.</summary>
    protected void Add(Fact fact) => _facts.Add(fact);
}
