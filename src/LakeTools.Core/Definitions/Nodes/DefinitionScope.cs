namespace LakeTools.Core.Definitions.Nodes;

/// <summary>The values that names represent in a part of a definition: parameters, and the items that a <c>for</c> goes through.</summary>
internal sealed class DefinitionScope
{
    private readonly Dictionary<string, (DefinitionVariable Variable, DefinitionNode Value)> _values = new(StringComparer.Ordinal);

    private DefinitionScope(string? expansion) => Expansion = expansion;

    /// <summary>Without any name.</summary>
    public static DefinitionScope Empty { get; } = new(null);

    /// <summary>The expansion of the part; null if it is read once.</summary>
    public string? Expansion { get; }

    /// <summary>The names.</summary>
    public IEnumerable<string> Names => _values.Keys.Order(StringComparer.Ordinal);

    /// <summary>Makes the scope of a definition or a module.</summary>
    /// <param name="values">Its parameters with their values.</param>
    /// <param name="expansion">The expansion of the part.</param>
    public static DefinitionScope Of(IEnumerable<(DefinitionVariable Variable, DefinitionNode Value)> values, string? expansion)
    {
        var scope = new DefinitionScope(expansion);
        foreach (var (variable, value) in values) scope._values[variable.Name] = (variable, value);
        return scope;
    }

    /// <summary>A scope within this one, in which another name has a value too.</summary>
    /// <param name="variable">The name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="reason">The reason for reading the part, in addition to the expansion of this scope.</param>
    public DefinitionScope With(DefinitionVariable variable, DefinitionNode value, string reason) =>
        Of([.. _values.Values, (variable, value)], Read(reason));

    /// <summary>The expansion of a part within this scope.</summary>
    public string Read(string reason) => Expansion is null ? reason : $"{Expansion}, {reason}";

    /// <summary>The declaration of a name; null if there is none.</summary>
    public DefinitionVariable? Declaration(string name) =>
        _values.TryGetValue(name, out var known) ? known.Variable : null;

    /// <summary>The value of a name, or of a member of it, as in <c>table.columns</c>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="known">The possible names.</param>
    /// <returns>The value; null if there is none.</returns>
    public DefinitionNode? Find(string name, out IEnumerable<string> known)
    {
        known = Names;
        if (_values.TryGetValue(name, out var whole))
        {
            whole.Variable.IsUsed = true;
            return whole.Value;
        }

        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = name.IndexOf('.', dot + 1))
        {
            var first = name[..dot];
            if (!_values.TryGetValue(first, out var part)) continue;
            part.Variable.IsUsed = true;
            known = part.Value is DefinitionNode.Map map ? map.Entries.Select(entry => $"{first}.{entry.Key}") : [first];
            return Member(part.Value, name[(dot + 1)..]);
        }

        return null;
    }

    private static DefinitionNode? Member(DefinitionNode node, string name)
    {
        if (node is not DefinitionNode.Map map) return null;
        if (map.Find(name) is { } value) return value;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && map.Find(name[..dot]) is { } part ? Member(part, name[(dot + 1)..]) : null;
    }
}
