using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LakeTools.Local.Wire.Models;

/// <summary>
/// Checks a request's members against the service's model, as AWS does before an operation sees them: types first
/// (SerializationException), then all constraints at once ('2 validation errors detected: a; b'). Unknown members pass.
/// </summary>
internal sealed class RequestValidator
{
    /// <summary>The maximum depth of nested members; shapes that refer to themselves have no other bound.</summary>
    public const int MaxDepth = 64;

    private const string NotNull = "Member must not be null";

    // Further ones are counted and not written.
    private const int MaxShownErrors = 100;

    private readonly List<string> _errors = [];
    private int _count;
    private BrokenConstraint? _first;

    private RequestValidator()
    {
    }

    /// <summary>Throws where the input breaks the model.</summary>
    /// <param name="model">The service's.</param>
    /// <param name="operation">One that the model has.</param>
    /// <param name="input">The request's members.</param>
    /// <param name="explain">The error of an operation that says in words of its own what is broken first; null or nothing for AWS's usual
    /// one.</param>
    public static void Check(ServiceModel model, string operation, JsonObject input,
        Func<string, BrokenConstraint, ApiException?>? explain = null)
    {
        var validator = new RequestValidator();
        validator.CheckStructure(model.Operations[operation], input, "");
        var (count, shown) = (validator._count, validator._errors.Count);
        if (count == 0) return;
        if (explain?.Invoke(operation, validator._first!) is { } own) throw own;
        var noun = count == 1 ? "error" : "errors";
        var rest = count > shown ? $"; and {count - shown} more" : "";
        throw new ApiException(model.ConstraintError, $"{count} validation {noun} detected: {string.Join("; ", validator._errors)}{rest}");
    }

    private void Add(string path, ConstraintKind kind, string error)
    {
        _first ??= new BrokenConstraint(path, kind);
        if (++_count <= MaxShownErrors) _errors.Add(error);
    }

    private void CheckStructure(Shape shape, JsonObject value, string path)
    {
        foreach (var member in shape.Members.Values)
        {
            var given = value[member.Name];
            if (given is null && !member.IsRequired) continue;
            var memberPath = path.Length == 0 ? member.PathName : path + "." + member.PathName;
            CheckItem(member.Shape, given, memberPath);
        }
    }

    // What is inside a list or a map is there: null is not another word for absent.
    private void CheckItem(Shape shape, JsonNode? value, string path)
    {
        if (value is not null) Check(shape, value, path);
        else Add(path, ConstraintKind.Presence, $"Value null at '{path}' failed to satisfy constraint: {NotNull}");
    }

    private static IEnumerable<string> BrokenItem(Shape shape, JsonNode? value) =>
        value is null ? [NotNull] : BrokenConstraints(shape, value).Select(one => one.Text);

    private void Check(Shape shape, JsonNode value, string path)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Structure:
                CheckStructure(shape, value as JsonObject ?? throw NotA("structure", value), path);
                break;
            case ShapeKind.List:
                CheckList(shape, value as JsonArray ?? throw NotA("list", value), path);
                break;
            case ShapeKind.Map:
                CheckMap(shape, value as JsonObject ?? throw NotA("map", value), path);
                break;
            case ShapeKind.Json:
                break;
            default:
                foreach (var (kind, constraint) in BrokenConstraints(shape, value))
                    Add(path, kind, $"{Shown(shape, value)} at '{path}' failed to satisfy constraint: {constraint}");
                break;
        }
    }

    private void CheckList(Shape shape, JsonArray list, string path)
    {
        if (Broken(shape, list.Count) is { } size)
            Add(path, ConstraintKind.Count, $"Value '{Text(list)}' at '{path}' failed to satisfy constraint: {size}");
        var item = shape.Item!;
        var broken = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < list.Count; i++)
        {
            if (item.IsScalar) broken.UnionWith(BrokenItem(item, list[i]));
            else CheckItem(item, list[i], $"{path}.{(i + 1).ToString(CultureInfo.InvariantCulture)}.member");
        }

        // A list of plain values is reported once, for all its items.
        if (broken.Count > 0)
        {
            Add(path, ConstraintKind.Pattern, $"Value '{Text(list)}' at '{path}' failed to satisfy constraint: Member must satisfy "
                + $"constraint: [{string.Join(", ", broken)}]");
        }
    }

    private void CheckMap(Shape shape, JsonObject map, string path)
    {
        if (Broken(shape, map.Count) is { } size)
            Add(path, ConstraintKind.Count, $"Value '{Text(map)}' at '{path}' failed to satisfy constraint: {size}");
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        var values = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in map.ToArray()) // values can be rewritten
        {
            keys.UnionWith(BrokenConstraints(shape.Key!, JsonValue.Create(key)).Select(one => one.Text));
            if (shape.Item!.IsScalar) values.UnionWith(BrokenItem(shape.Item, value));
            else CheckItem(shape.Item, value, $"{path}.{key}.member");
        }

        if (keys.Count > 0)
        {
            Add(path, ConstraintKind.Pattern, $"Value '{Text(map)}' at '{path}' failed to satisfy constraint: Map keys must satisfy "
                + $"constraint: [{string.Join(", ", keys)}]");
        }

        if (values.Count > 0)
        {
            Add(path, ConstraintKind.Pattern, $"Value '{Text(map)}' at '{path}' failed to satisfy constraint: Map value must satisfy "
                + $"constraint: [{string.Join(", ", values)}]");
        }
    }

    private static IEnumerable<(ConstraintKind Kind, string Text)> BrokenConstraints(Shape shape, JsonNode value)
    {
        var scalar = value as JsonValue ?? throw NotA(shape.Kind.ToString(), value);
        var kind = scalar.GetValueKind();
        switch (shape.Kind)
        {
            case ShapeKind.String:
                if (kind != JsonValueKind.String) throw NotA("String", value);
                return BrokenText(shape, scalar.GetValue<string>());
            case ShapeKind.Blob:
                if (kind != JsonValueKind.String) throw NotA("Blob", value);
                return OneOrNone(Broken(shape, BlobLength(scalar.GetValue<string>())));
            case ShapeKind.Boolean:
                if (kind is not (JsonValueKind.True or JsonValueKind.False)) throw NotA("Boolean", value);
                return [];
            case ShapeKind.Timestamp:
                return kind is JsonValueKind.Number or JsonValueKind.String && RequestNumber.IsTime(scalar)
                    ? [] : throw NotA("Timestamp", value);
            default:
                if (kind != JsonValueKind.Number) throw NotA(shape.Kind.ToString(), value);
                return OneOrNone(BrokenNumber(shape, RequestNumber.Read(scalar, shape.Kind) ?? throw NotA(shape.Kind.ToString(), value)));
        }
    }

    private static IEnumerable<(ConstraintKind Kind, string Text)> BrokenText(Shape shape, string text)
    {
        if (shape.Values is { } values)
        {
            if (!values.Contains(text, StringComparer.Ordinal))
                yield return (ConstraintKind.Word, $"Member must satisfy enum value set: [{string.Join(", ", values)}]");
            yield break;
        }

        if (Broken(shape, Characters(text)) is { } length) yield return (ConstraintKind.Size, length);
        if (shape.Pattern is { } pattern && !pattern.IsMatch(text))
            yield return (ConstraintKind.Pattern, "Member must satisfy regular expression pattern: " + pattern.Text);
    }

    private static string? BrokenNumber(Shape shape, double value)
    {
        if (value < shape.Minimum) return "Member must have value greater than or equal to " + Plain(shape.Minimum.Value);
        return value > shape.Maximum ? "Member must have value less than or equal to " + Plain(shape.Maximum.Value) : null;
    }

    /// <summary>The bound of a length or count that is broken, or null.</summary>
    private static string? Broken(Shape shape, int length)
    {
        if (length < shape.Minimum) return "Member must have length greater than or equal to " + Plain(shape.Minimum.Value);
        return length > shape.Maximum ? "Member must have length less than or equal to " + Plain(shape.Maximum.Value) : null;
    }

    private static IEnumerable<(ConstraintKind Kind, string Text)> OneOrNone(string? text) =>
        text is null ? [] : [(ConstraintKind.Size, text)];

    private static int Characters(string text)
    {
        var pairs = 0;
        foreach (var c in text)
            if (char.IsLowSurrogate(c)) pairs++;
        return text.Length - pairs;
    }

    private static int BlobLength(string base64)
    {
        var bytes = new byte[(base64.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(base64, bytes, out var length)
            ? length
            : throw new ApiException("SerializationException", "A blob is not written in base64.");
    }

    private static string Shown(Shape shape, JsonNode value) => shape.IsSensitive ? "Value" : $"Value '{Text(value)}'";

    /// <summary>A value as AWS's errors print it: lists in brackets, maps as {k=v}.</summary>
    private static string Text(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node)
    {
        const int MaxShown = 4096;
        if (text.Length > MaxShown) return;
        switch (node)
        {
            case JsonArray list:
                text.Append('[');
                for (var i = 0; i < list.Count; i++)
                {
                    if (i > 0) text.Append(", ");
                    Append(text, list[i]);
                }

                text.Append(']');
                break;
            case JsonObject map:
                text.Append('{');
                var first = true;
                foreach (var (key, value) in map)
                {
                    if (!first) text.Append(", ");
                    first = false;
                    text.Append(key).Append('=');
                    Append(text, value);
                }

                text.Append('}');
                break;
            case JsonValue value:
                text.Append(value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString());
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static string Plain(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    private static ApiException NotA(string kind, JsonNode value)
    {
        var given = value.GetValueKind() switch
        {
            JsonValueKind.Object => "STRUCTURE",
            JsonValueKind.Array => "LIST",
            JsonValueKind.String => "STRING_VALUE",
            JsonValueKind.Number => "NUMBER_VALUE",
            JsonValueKind.True => "TRUE_VALUE",
            _ => "FALSE_VALUE",
        };
        return new ApiException("SerializationException", $"{given} can not be converted to a {kind}");
    }
}
