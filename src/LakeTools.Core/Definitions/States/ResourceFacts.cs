using LakeTools.Core.Definitions.Facts;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.States;

/// <summary>Converts a resource to facts and back. The names are those of the parameters.</summary>
internal static class ResourceFacts
{
    public static IReadOnlyDictionary<string, string> Of(LakeResource resource) => StateItem.FactsOf(
        ("kind", resource.Kind.ToString()),
        ("catalog", resource.CatalogId),
        ("database", resource.DatabaseName),
        ("table", resource.TableName),
        ("columns", Text(resource.ColumnNames)),
        ("excludedColumns", Text(resource.ExcludedColumnNames)),
        ("filter", resource.FilterName),
        ("location", resource.DataLocation),
        ("tag", resource.TagKey),
        ("values", Text(resource.TagValues)),
        ("expression", resource.TagExpression is { } expression
            ? FactJson.WriteAscii(expression.ToDictionary(condition => condition.Key, condition => condition.Value.ToArray())) : null),
        ("expressionName", resource.TagExpressionName),
        ("type", resource.ResourceType?.ToString()));

    public static LakeResource Read(IReadOnlyDictionary<string, string> facts)
    {
        string? Fact(string name) => facts.GetValueOrDefault(name);
        var catalog = Fact("catalog");
        TaggedResourceType? type = Fact("type") is { } text ? Enum.Parse<TaggedResourceType>(text) : null;
        return Enum.Parse<ResourceKind>(facts["kind"]) switch
        {
            ResourceKind.Catalog or ResourceKind.NestedCatalog => LakeResource.Catalog(catalog),
            ResourceKind.Database => LakeResource.Database(facts["database"], catalog),
            ResourceKind.Table => LakeResource.Table(facts["database"], facts["table"], catalog),
            ResourceKind.AllTables => LakeResource.AllTables(facts["database"], catalog),
            ResourceKind.Columns => LakeResource.Columns(facts["database"], facts["table"], Names(Fact("columns")),
                Names(Fact("excludedColumns")), catalog),
            ResourceKind.DataFilter => LakeResource.DataFilter(facts["database"], facts["table"], facts["filter"], catalog),
            ResourceKind.DataLocation => LakeResource.Location(facts["location"], catalog),
            ResourceKind.Tag => LakeResource.Tag(facts["tag"], Names(Fact("values"))!, catalog),
            ResourceKind.TagExpression when Fact("expression") is { } expression => LakeResource.Tagged(type!.Value, TagExpression.Of(
                FactJson.Named(expression).Select(condition =>
                    KeyValuePair.Create(condition.Key, (IEnumerable<string>)condition.Value))), catalog),
            ResourceKind.TagExpression => LakeResource.Tagged(type!.Value, facts["expressionName"], catalog),
            _ => LakeResource.NamedTagExpression(facts["expressionName"], catalog),
        };
    }

    private static string? Text(NameList names) => names.Count == 0 ? null : FactJson.WriteAscii(names);

    private static List<string>? Names(string? text) => text is null ? null : FactJson.Texts(text);
}
