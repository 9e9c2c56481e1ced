using LakeTools.Models;

namespace LakeTools.Local.Wire.Models;

/// <summary>Makes of a service's text the shapes that its requests are checked against. Answers and errors are not checked.</summary>
internal sealed class ShapeReader
{
    private readonly ModelText _text;
    private readonly Dictionary<string, ShapePattern> _patterns;
    private readonly Dictionary<string, Shape> _shapes = new(StringComparer.Ordinal);

    private ShapeReader(ModelText text)
    {
        _text = text;
        _patterns = text.Patterns.ToDictionary(pattern => pattern.Key, pattern => new ShapePattern(pattern.Value), StringComparer.Ordinal);
    }

    /// <summary>The input of each operation.</summary>
    /// <param name="text">The service's text.</param>
    /// <returns>Structures, by the operation's name.</returns>
    public static Dictionary<string, Shape> Inputs(ModelText text)
    {
        var reader = new ShapeReader(text);
        return text.Operations.ToDictionary(
            operation => operation.Name,
            operation => reader.Fill(new Shape { Kind = ShapeKind.Structure }, operation.Input),
            StringComparer.Ordinal);
    }

    private Shape Fill(Shape shape, List<MemberText> members)
    {
        foreach (var (name, path, isRequired, type) in members)
            shape.Members.Add(name, new ShapeMember(name, path, isRequired, Make(TypeText.Parse(type))));
        return shape;
    }

    private Shape Make(TypeText type)
    {
        if (type.Item is { } item)
        {
            return new Shape
            {
                Kind = type.Key is null ? ShapeKind.List : ShapeKind.Map,
                Minimum = type.Minimum,
                Maximum = type.Maximum,
                Key = type.Key is null ? null : Make(type.Key),
                Item = Make(item),
            };
        }

        return Named(type.Name) ?? new Shape
        {
            Kind = KindOf(type.Name),
            Minimum = type.Minimum,
            Maximum = type.Maximum,
            Pattern = type.Pattern is null ? null : _patterns[type.Pattern],
            IsSensitive = type.IsSensitive,
        };
    }

    /// <summary>A type that the text names, made once; a structure is known before its members are, which may hold it again.</summary>
    private Shape? Named(string name)
    {
        if (_shapes.TryGetValue(name, out var known)) return known;
        if (_text.Types.TryGetValue(name, out var type)) return _shapes[name] = Make(TypeText.Parse(type));
        if (_text.Enums.TryGetValue(name, out var values)) return _shapes[name] = new Shape { Kind = ShapeKind.String, Values = values };
        if (!_text.Structures.TryGetValue(name, out var members)) return null;
        return Fill(_shapes[name] = new Shape { Kind = ShapeKind.Structure }, members);
    }

    private static ShapeKind KindOf(string name) => name switch
    {
        "string" or "token" => ShapeKind.String,
        "integer" => ShapeKind.Integer,
        "long" or "milliseconds" => ShapeKind.Long,
        "double" => ShapeKind.Double,
        "boolean" => ShapeKind.Boolean,
        "timestamp" => ShapeKind.Timestamp,
        "blob" => ShapeKind.Blob,
        "json" => ShapeKind.Json,
        _ => throw new FormatException("Unknown type " + name),
    };
}
