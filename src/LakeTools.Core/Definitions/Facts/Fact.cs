namespace LakeTools.Core.Definitions.Facts;

/// <summary>A property of a kind of things.</summary>
/// <param name="Name">Its key in a definition.</param>
/// <param name="Shape">The form of the property in a definition and in the facts of a state.</param>
/// <param name="IsRequired">True if a definition must say it.</param>
/// <param name="Description">The schema's text besides the form; null for none.</param>
internal record Fact(string Name, Shape Shape, bool IsRequired, string? Description)
{
    public const bool Required = true;
    public const bool Optional = false;

    /// <summary>The facts of this property among those of a state, each by the part of its name after the prefix.</summary>
    public SortedList<string, string?> Parts(IEnumerable<KeyValuePair<string, string?>> facts)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
        {
            if (Shape.Prefix is { } prefix ? name.StartsWith(prefix, StringComparison.Ordinal) : name == Name)
                parts[name[(Shape.Prefix ?? Name).Length..]] = value;
        }

        return new SortedList<string, string?>(parts, StringComparer.Ordinal);
    }

    /// <summary>Parts with the names that they have among a state's facts.</summary>
    public IEnumerable<(string Name, string? Value)> Named(IEnumerable<(string Part, string? Value)> parts) =>
        parts.Select(part => ((Shape.Prefix ?? Name) + part.Part, part.Value));
}
