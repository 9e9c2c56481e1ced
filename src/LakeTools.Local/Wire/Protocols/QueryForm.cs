using System.Globalization;
using System.Text.Json.Nodes;
using LakeTools.Local.Wire.Models;

namespace LakeTools.Local.Wire.Protocols;

/// <summary>
/// The parameters of a query request as a tree: <c>Tags.member.1.Key=k</c> is a path. Read by the model it becomes the
/// same members that a JSON request would have.
/// </summary>
internal sealed class QueryForm
{
    private readonly SortedDictionary<string, QueryForm> _children = new(PartComparer.Instance);
    private string? _value;

    /// <summary>Builds the tree.</summary>
    public static QueryForm Of(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var root = new QueryForm();
        foreach (var (name, value) in parameters)
        {
            var parts = name.Split('.');
            if (parts.Length > RequestValidator.MaxDepth) throw Malformed("Parameters are nested too deep.");
            var node = root;
            foreach (var part in parts)
            {
                if (!node._children.TryGetValue(part, out var child)) node._children.Add(part, child = new QueryForm());
                node = child;
            }

            node._value = value;
        }

        return root;
    }

    /// <summary>A parameter at the top, or null.</summary>
    public string? Value(string name) => _children.GetValueOrDefault(name)?._value;

    /// <summary>The first parameter that a structure does not have, as it is written; null if there is none.</summary>
    /// <param name="shape">The structure, with flat lists.</param>
    /// <param name="isKnown">Says which further names it can have; null for none.</param>
    public string? FirstUnknown(Shape shape, Func<string, bool>? isKnown = null)
    {
        foreach (var (name, child) in _children)
        {
            if (isKnown?.Invoke(name) == true) continue;
            if (!shape.Members.TryGetValue(name, out var member)) return name;
            if (child.FirstUnknownOf(member.Shape) is { } inner) return $"{name}.{inner}";
        }

        return null;
    }

    private string? FirstUnknownOf(Shape shape)
    {
        if (shape.Kind == ShapeKind.Structure) return FirstUnknown(shape);
        foreach (var (name, child) in _children)
        {
            if (shape.Kind != ShapeKind.List) return name;
            if (child.FirstUnknownOf(shape.Item!) is { } inner) return $"{name}.{inner}";
        }

        return null;
    }

    /// <summary>The members of a structure; parameters that the model does not have are left out.</summary>
    /// <param name="shape">The structure.</param>
    /// <param name="listsAreFlat">True if the items of a list are under its own name, as EC2 has it: <c>Tag.1</c> in
    /// place of <c>Tag.member.1</c>.</param>
    public JsonObject ToStructure(Shape shape, bool listsAreFlat = false)
    {
        var result = new JsonObject();
        foreach (var member in shape.Members.Values)
            if (_children.TryGetValue(member.Name, out var child)) result.Add(member.Name, child.ToNode(member.Shape, listsAreFlat));
        return result;
    }

    private JsonNode? ToNode(Shape shape, bool listsAreFlat) => shape.Kind switch
    {
        ShapeKind.Structure => ToStructure(shape, listsAreFlat),
        ShapeKind.List => ToList(shape, listsAreFlat),
        ShapeKind.Map => ToMap(shape, listsAreFlat),
        ShapeKind.Integer or ShapeKind.Long => long.TryParse(_value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole)
            ? JsonNode.Parse(whole.ToString(CultureInfo.InvariantCulture)) // so that it reads as any number type
            : throw Malformed("STRING_VALUE can not be converted to an Integer"),
        ShapeKind.Double => double.TryParse(_value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? JsonNode.Parse(number.ToString("R", CultureInfo.InvariantCulture))
            : throw Malformed("STRING_VALUE can not be converted to a Double"),
        ShapeKind.Boolean => bool.TryParse(_value, out var flag)
            ? JsonValue.Create(flag)
            : throw Malformed("STRING_VALUE can not be converted to a Boolean"),
        _ => JsonValue.Create(_value),
    };

    private JsonArray ToList(Shape shape, bool listsAreFlat)
    {
        var list = new JsonArray();
        if ((listsAreFlat ? this : _children.GetValueOrDefault("member")) is { } members)
            foreach (var item in members._children.Values) list.Add(item.ToNode(shape.Item!, listsAreFlat));
        return list;
    }

    private JsonObject ToMap(Shape shape, bool listsAreFlat)
    {
        var map = new JsonObject();
        if (!_children.TryGetValue("entry", out var entries)) return map;
        foreach (var entry in entries._children.Values)
        {
            var key = entry.Value("key") ?? throw Malformed("A map's entry lacks its key.");
            map[key] = entry._children.TryGetValue("value", out var value) ? value.ToNode(shape.Item!, listsAreFlat) : null;
        }

        return map;
    }

    private static ApiException Malformed(string message) => new("MalformedInput", message);

    /// <summary>Orders list indexes as numbers, and everything else as text after them.</summary>
    private sealed class PartComparer : IComparer<string>
    {
        public static readonly PartComparer Instance = new();

        public int Compare(string? x, string? y)
        {
            var xIsIndex = int.TryParse(x, NumberStyles.None, CultureInfo.InvariantCulture, out var xIndex);
            var yIsIndex = int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out var yIndex);
            if (xIsIndex && yIsIndex && xIndex != yIndex) return xIndex.CompareTo(yIndex);
            return xIsIndex == yIsIndex ? string.CompareOrdinal(x, y) : xIsIndex ? -1 : 1;
        }
    }
}
