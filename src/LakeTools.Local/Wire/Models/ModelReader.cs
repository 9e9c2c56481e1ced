using System.Globalization;

namespace LakeTools.Local.Wire.Models;

/// <summary>
/// Reads a *.model file. One thing a line; '#' begins a comment; members are indented under their structure or operation.
/// <code>
/// service glue                                the signing name
/// protocol json-1.1                           or rest-json, query, ec2
/// conflicts CreateTable UpdateTable           operations whose AWS models list ConcurrentModificationException
/// pattern uuid [a-f0-9-]+                     a pattern as AWS states it, by a name of our own
/// type NameString string(1..255)~uuid         a named type: kind, range (length, count or value), ~pattern, * where sensitive
/// enum Sort ASC DESC
/// structure Order                             ! marks a member that must be given
///   Column! NameString
///   Names [NameString](..10)                  a list, {K:V} is a map
/// operation CreateTable                       its input; =table is the member's name in errors where it is not the usual one
///   TableInput=table TableInput
/// </code>
/// </summary>
internal sealed class ModelReader
{
    private readonly Dictionary<string, string> _header = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ShapePattern> _patterns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Shape> _shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Shape> _operations = new(StringComparer.Ordinal);
    private readonly List<(Shape Owner, string Line)> _members = [];

    private ModelReader()
    {
    }

    public static ServiceModel Read(TextReader text)
    {
        var reader = new ModelReader();
        reader.ReadLines(text);
        foreach (var (owner, line) in reader._members) reader.AddMember(owner, line);
        return new ServiceModel
        {
            Service = reader._header["service"],
            Protocol = reader._header["protocol"] switch
            {
                "rest-json" => WireProtocolKind.RestJson,
                "json-1.1" => WireProtocolKind.Json11,
                "query" => WireProtocolKind.Query,
                "ec2" => WireProtocolKind.Ec2,
                var other => throw new FormatException("Unknown protocol " + other),
            },
            Version = reader._header["version"],
            Target = reader._header.GetValueOrDefault("target", ""),
            Namespace = reader._header.GetValueOrDefault("namespace", ""),
            ConstraintError = reader._header["constraint-error"],
            Conflicts = reader._header.GetValueOrDefault("conflicts", "").Split(' ').ToHashSet(StringComparer.Ordinal),
            Operations = reader._operations,
        };
    }

    private void ReadLines(TextReader text)
    {
        Shape? owner = null;
        while (text.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == ' ')
            {
                _members.Add((owner ?? throw new FormatException("A member without a structure: " + line), line.Trim()));
                continue;
            }

            var (word, rest) = Cut(line, ' ');
            var (name, definition) = Cut(rest, ' ');
            switch (word)
            {
                case "pattern":
                    _patterns.Add(name, new ShapePattern(definition));
                    break;
                case "type":
                    _types.Add(name, definition);
                    break;
                case "enum":
                    _shapes.Add(name, new Shape { Kind = ShapeKind.String, Values = definition.Split(' ') });
                    break;
                case "structure":
                    _shapes.Add(name, owner = new Shape { Kind = ShapeKind.Structure });
                    break;
                case "operation":
                    _operations.Add(name, owner = new Shape { Kind = ShapeKind.Structure });
                    break;
                default:
                    _header.Add(word, rest);
                    break;
            }
        }
    }

    private void AddMember(Shape owner, string line)
    {
        var (declared, type) = Cut(line, ' ');
        var (marked, path) = Cut(declared, '=');
        var required = marked.EndsWith('!');
        var name = marked.TrimEnd('!');
        if (path.Length == 0) path = char.ToLowerInvariant(name[0]) + name[1..];
        owner.Members.Add(name, new ShapeMember(name, path, required, Parse(type)));
    }

    /// <summary>Reads a type: a named one, a kind, a list or a map, each with what may follow.</summary>
    private Shape Parse(string type)
    {
        if (type[0] is '[' or '{') return ParseCollection(type);
        var sensitive = type.EndsWith('*');
        var (sized, pattern) = Cut(type.TrimEnd('*'), '~');
        var (name, range) = Cut(sized, '(');
        if (_shapes.TryGetValue(name, out var known)) return known;
        if (_types.TryGetValue(name, out var definition))
        {
            var shape = Parse(definition);
            _shapes.Add(name, shape);
            return shape;
        }

        var (minimum, maximum) = ParseRange(range);
        return new Shape
        {
            Kind = KindOf(name),
            Minimum = minimum,
            Maximum = maximum,
            Pattern = pattern.Length == 0 ? null : _patterns[pattern],
            IsSensitive = sensitive,
        };
    }

    private Shape ParseCollection(string type)
    {
        var end = type.LastIndexOf(type[0] == '[' ? ']' : '}');
        var inner = type[1..end];
        var (minimum, maximum) = ParseRange(type[(end + 1)..].TrimStart('('));
        if (type[0] == '[') return new Shape { Kind = ShapeKind.List, Minimum = minimum, Maximum = maximum, Item = Parse(inner) };
        var (key, value) = Cut(inner, ':');
        return new Shape { Kind = ShapeKind.Map, Minimum = minimum, Maximum = maximum, Key = Parse(key), Item = Parse(value) };
    }

    private static (double? Minimum, double? Maximum) ParseRange(string range)
    {
        if (range.Length == 0) return (null, null);
        var text = range.TrimEnd(')');
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        return (Number(text[..dots]), Number(text[(dots + 2)..]));
    }

    private static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);

    private static ShapeKind KindOf(string name) => name switch
    {
        "string" => ShapeKind.String,
        "integer" => ShapeKind.Integer,
        "long" => ShapeKind.Long,
        "double" => ShapeKind.Double,
        "boolean" => ShapeKind.Boolean,
        "timestamp" => ShapeKind.Timestamp,
        "blob" => ShapeKind.Blob,
        "structure" => ShapeKind.Structure,
        "json" => ShapeKind.Json,
        _ => throw new FormatException("Unknown type " + name),
    };

    private static (string Head, string Tail) Cut(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }
}
