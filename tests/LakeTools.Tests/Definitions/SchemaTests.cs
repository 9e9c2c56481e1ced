using System.Text.Json;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.Language;
using LakeTools.Rules.Permissions;

namespace LakeTools.Tests.Definitions;

/// <summary>The schema that editors read names what the module reads.</summary>
public sealed class SchemaTests
{
    // What repeats an entry is no key of the thing.
    private const string For = "for";

    private static readonly JsonElement s_schema =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Module, "lake-definition.schema.json"))).RootElement;

    [Fact]
    public void It_names_the_keys_that_are_read()
    {
        Assert.Equal(Sorted(DefinitionBinder.Keys), Keys(s_schema));
        Assert.Equal(Sorted([.. DefinitionBinder.TableKeys, For]), Keys(s_schema.GetProperty("$defs").GetProperty("table")));
        Assert.Equal(Sorted(DefinitionBinder.ResourceKeys), Keys(s_schema.GetProperty("$defs").GetProperty("resource")));
        Assert.Equal(
            Sorted([.. DefinitionBinder.OwnedKeys, For]),
            Keys(s_schema.GetProperty("properties").GetProperty("owns").GetProperty("items")));
    }

    [Fact]
    public void It_names_the_permissions() => Assert.Equal(
        Sorted(PermissionNames.All),
        Sorted(s_schema.GetProperty("$defs").GetProperty("permission").GetProperty("enum").EnumerateArray()
            .Select(name => name.GetString()!)));

    [Fact]
    public void It_describes_every_key()
    {
        Assert.Empty(Undescribed(s_schema, ""));

        static IEnumerable<string> Undescribed(JsonElement node, string path)
        {
            if (node.ValueKind == JsonValueKind.Array) return node.EnumerateArray().SelectMany(item => Undescribed(item, path));
            if (node.ValueKind != JsonValueKind.Object) return [];
            var bare = node.TryGetProperty("type", out _) && node.TryGetProperty("properties", out var properties)
                ? properties.EnumerateObject().Where(key => !IsDescribed(key.Value)).Select(key => $"{path}/{key.Name}") : [];
            return bare.Concat(node.EnumerateObject().SelectMany(key => Undescribed(key.Value, $"{path}/{key.Name}")));
        }

        // A reference to what has a description of its own is enough.
        static bool IsDescribed(JsonElement key) => key.TryGetProperty("description", out _)
            || (key.TryGetProperty("$ref", out var at)
                && s_schema.GetProperty("$defs").GetProperty(at.GetString()!.Split('/')[^1]).TryGetProperty("description", out _));
    }

    private static string[] Keys(JsonElement schema) =>
        Sorted(schema.GetProperty("properties").EnumerateObject().Select(property => property.Name));

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];
}
