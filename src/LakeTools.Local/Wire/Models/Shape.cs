using System.Text.RegularExpressions;

namespace LakeTools.Local.Wire.Models;

/// <summary>The constraints of a value. Shapes may refer to themselves, so members are filled in after they are made.</summary>
internal sealed class Shape
{
    public required ShapeKind Kind { get; init; }

    /// <summary>The least length (strings, blobs), count (lists, maps) or value (numbers); null if there is none.</summary>
    public double? Minimum { get; init; }

    /// <summary>The greatest length, count or value; null if there is none.</summary>
    public double? Maximum { get; init; }

    /// <summary>The values that an enumeration takes; null for others.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The pattern of the whole string. Null if there is none.</summary>
    public ShapePattern? Pattern { get; init; }

    /// <summary>True if an error must not repeat the value.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>The items of a list or the values of a map.</summary>
    public Shape? Item { get; init; }

    /// <summary>The keys of a map.</summary>
    public Shape? Key { get; init; }

    /// <summary>The members of a structure, by their names on the wire.</summary>
    public Dictionary<string, ShapeMember> Members { get; } = new(StringComparer.Ordinal);

    public bool IsScalar => Kind is not (ShapeKind.List or ShapeKind.Map or ShapeKind.Structure or ShapeKind.Json);
}

/// <summary>A member of a structure.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="PathName">Its name in errors, which begins in lower case.</param>
/// <param name="IsRequired">True if it must be given.</param>
/// <param name="Shape">The shape of its value.</param>
internal sealed record ShapeMember(string Name, string PathName, bool IsRequired, Shape Shape);

/// <summary>A pattern as AWS's models state it; the expression is built when a value is first checked against it.</summary>
/// <param name="text">The pattern as the service shows it in errors.</param>
internal sealed class ShapePattern(string text)
{
    private readonly Lazy<Regex> _expression = new(() => JavaPattern.ToRegex(text));

    public string Text => text;

    public bool IsMatch(string value) => _expression.Value.IsMatch(value);
}
