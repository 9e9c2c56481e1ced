using System.Globalization;
using System.Text.Json.Nodes;
using LakeTools.Local.Wire.Models;

namespace LakeTools.Tests.Local.Wire;

/// <summary>Makes requests of a model's shapes in which one constraint is broken and no other.</summary>
/// <param name="canBeEmpty">False where the protocol cannot send a list or a structure that is empty.</param>
internal sealed class ConstraintBreaks(bool canBeEmpty)
{
    // A longer text or list is not sent: the port would refuse its size first.
    private const double MostSent = 300_000;

    private const string Enumerated = "Member must satisfy enum value set: ";
    private const string Patterned = "Member must satisfy regular expression pattern: ";
    private const string Shorter = "Member must have length less than or equal to ";
    private const string Longer = "Member must have length greater than or equal to ";

    // What patterns of AWS's models are met by.
    private static readonly string[] s_texts =
    [
        "a", "1", "aaaaaaaa", "111122223333", "a-1", "arn:aws:iam::111122223333:role/a", "arn:aws:glue:us-east-1:111122223333:database/a",
        "arn:aws:secretsmanager:us-east-1:111122223333:secret:a-abcdef", "arn:aws:lakeformation:us-east-1:111122223333:a/a",
        "3cc2f2c2-6a2b-4d9b-9a7b-5a6d1f2a3b4c", "/", "/a/", "us-east-1", "s3://a/a", "https://a.example/", "a/a", "123456",
        "AKIAAAAAAAAAAAAAAAAA", "1.0", "$LATEST", "a.py", "alias/a", "2012-10-17", "cron(0 0 * * ? *)",
    ];

    private static readonly string[] s_odd = ["*", " ", "\u2603", "\n", "\u0001", "/", "!", "?", "A", "0", "~"];

    private readonly HashSet<Shape> _walked = [];

    /// <summary>The paths of texts for which no value is known that is good.</summary>
    public List<string> WithoutSample { get; } = [];

    /// <summary>The requests of an operation: the path of the member, a part of the error's text, and the request.</summary>
    public IEnumerable<(string Path, string Constraint, JsonObject Input)> Of(Shape input)
    {
        foreach (var (path, constraint, node) in OfStructure(input, isInput: true)) yield return (path[1..], constraint, (JsonObject)node!);
    }

    /// <summary>Values of a shape with one constraint broken; a path begins with a dot.</summary>
    private IEnumerable<(string Path, string Constraint, JsonNode? Node)> OfShape(Shape shape) => shape.Kind switch
    {
        ShapeKind.Structure => OfStructure(shape, isInput: false),
        ShapeKind.List => OfList(shape),
        ShapeKind.Map => OfMap(shape),
        ShapeKind.String => OfText(shape),
        ShapeKind.Blob => OfBlob(shape),
        ShapeKind.Integer or ShapeKind.Long or ShapeKind.Double => OfNumber(shape),
        _ => [],
    };

    private IEnumerable<(string Path, string Constraint, JsonNode? Node)> OfStructure(Shape shape, bool isInput)
    {
        // A structure that is met again holds what it held before.
        if (!_walked.Add(shape)) yield break;
        foreach (var member in shape.Members.Values)
        {
            if (member.IsRequired && (canBeEmpty || isInput || shape.Members.Values.Count(other => other.IsRequired) > 1))
            {
                var without = Sample(shape);
                without.Remove(member.Name);
                yield return ("." + member.PathName, "Member must not be null", without);
            }

            foreach (var (path, constraint, node) in OfShape(member.Shape))
            {
                var with = Sample(shape);
                with[member.Name] = node;
                yield return ($".{member.PathName}{path}", constraint, with);
            }
        }
    }

    private IEnumerable<(string Path, string Constraint, JsonNode? Node)> OfList(Shape shape)
    {
        var item = shape.Item!;
        if (shape.Minimum > 0 && canBeEmpty) yield return ("", Longer, new JsonArray());
        if (shape.Maximum < MostSent && Value(item) is { } value && (canBeEmpty || value is not JsonObject { Count: 0 }))
        {
            var many = new JsonArray();
            for (var i = 0; i <= shape.Maximum; i++) many.Add(Value(item));
            yield return ("", Shorter + Text(shape.Maximum.Value), many);
        }

        foreach (var (path, constraint, node) in OfShape(item))
            yield return (item.IsScalar ? "" : ".1.member" + path, constraint, new JsonArray(node));
    }

    private IEnumerable<(string Path, string Constraint, JsonNode? Node)> OfMap(Shape shape)
    {
        var (key, item) = (shape.Key!, shape.Item!);
        if (shape.Minimum > 0) yield return ("", Longer, new JsonObject());
        if (Value(key) is not { } good) yield break;
        if (shape.Maximum < MostSent && key is { Values: null, Pattern: null })
        {
            var many = new JsonObject();
            for (var i = 0; i <= shape.Maximum; i++) many["k" + Text(i)] = Value(item);
            yield return ("", Shorter + Text(shape.Maximum.Value), many);
        }

        foreach (var (_, constraint, node) in OfShape(key))
            yield return ("", constraint, new JsonObject { [(string)node!] = Value(item) });
        foreach (var (path, constraint, node) in OfShape(item))
        {
            yield return (item.IsScalar ? "" : $".{good}.member{path}", constraint, new JsonObject { [(string)good!] = node });
        }
    }

    private static IEnumerable<(string Path, string Constraint, JsonNode? Node)> OfText(Shape shape)
    {
        if (shape.Values is not null)
        {
            yield return ("", Enumerated, "no such word");
            yield break;
        }

        if (shape.Minimum > 0) yield return ("", Longer + Text(shape.Minimum.Value), new string('a', (int)shape.Minimum.Value - 1));
        if (shape.Maximum < MostSent) yield return ("", Shorter + Text(shape.Maximum.Value), new string('a', (int)shape.Maximum.Value + 1));
        if (shape.Pattern is { } pattern && Fitting(shape).FirstOrDefault(text => !pattern.IsMatch(text)) is { } odd)
            yield return ("", Patterned + pattern.Text, odd);
    }

    /// <summary>Odd texts of a length that the shape takes.</summary>
    private static IEnumerable<string> Fitting(Shape shape)
    {
        foreach (var odd in s_odd)
        {
            var length = Math.Max(odd.Length, (int)(shape.Minimum ?? 0));
            if (!(length > shape.Maximum)) yield return string.Concat(Enumerable.Repeat(odd, length));
        }
    }

    private static IEnumerable<(string Path, string Constraint, JsonNode? Node)> OfBlob(Shape shape)
    {
        if (shape.Minimum > 0) yield return ("", Longer, Blob((int)shape.Minimum.Value - 1));
        if (shape.Maximum < MostSent) yield return ("", Shorter, Blob((int)shape.Maximum.Value + 1));
    }

    private static IEnumerable<(string Path, string Constraint, JsonNode? Node)> OfNumber(Shape shape)
    {
        var (least, most) = shape.Kind == ShapeKind.Integer ? (int.MinValue, int.MaxValue) : (-1e15, 1e15);
        if (shape.Minimum is { } low && low > least) yield return ("", "greater than or equal to " + Text(low), Number(shape, -1, low));
        if (shape.Maximum is { } high && high < most) yield return ("", "less than or equal to " + Text(high), Number(shape, 1, high));
    }

    private static JsonNode Number(Shape shape, int step, double bound) =>
        shape.Kind == ShapeKind.Double ? JsonValue.Create(bound + step) : JsonValue.Create((long)bound + step);

    /// <summary>A structure with what it must have.</summary>
    public JsonObject Sample(Shape shape)
    {
        var result = new JsonObject();
        foreach (var member in shape.Members.Values.Where(member => member.IsRequired))
        {
            if (Value(member.Shape) is { } value) result[member.Name] = value;
            else if (!WithoutSample.Contains(member.PathName)) WithoutSample.Add(member.PathName);
        }

        return result;
    }

    /// <summary>A good value; null where none is known.</summary>
    private JsonNode? Value(Shape shape)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Structure:
                return Sample(shape);
            case ShapeKind.List:
                // Not empty, since what is empty cannot be sent by every protocol.
                return Value(shape.Item!) is { } item
                    ? new JsonArray([.. Enumerable.Range(0, Math.Max(1, (int)(shape.Minimum ?? 0))).Select(_ => item.DeepClone())])
                    : null;
            case ShapeKind.Map:
                return Value(shape.Key!) is { } key ? new JsonObject { [(string)key!] = Value(shape.Item!) } : null;
            case ShapeKind.Boolean:
                return JsonValue.Create(true);
            case ShapeKind.Blob:
                return Blob((int)(shape.Minimum ?? 1));
            case ShapeKind.String:
                return Good(shape);
            case ShapeKind.Json:
                return new JsonObject();
            default:
                return Number(shape, 0, shape.Minimum ?? Math.Min(1, shape.Maximum ?? 1));
        }
    }

    private static JsonNode? Good(Shape shape)
    {
        if (shape.Values is { } values) return values[0];
        foreach (var text in s_texts.Concat(s_texts.Select(text => text + new string('a', (int)(shape.Minimum ?? 0)))))
            if (!(text.Length < shape.Minimum) && !(text.Length > shape.Maximum) && shape.Pattern?.IsMatch(text) != false) return text;
        return null;
    }

    private static JsonNode Blob(int length) => JsonValue.Create(Convert.ToBase64String(new byte[length]))!;

    private static string Text(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
