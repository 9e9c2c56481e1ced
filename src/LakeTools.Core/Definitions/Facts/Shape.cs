using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;

namespace LakeTools.Core.Definitions.Facts;

/// <summary>The form of a property in a definition and in the facts of a state.</summary>
/// <param name="schema">The JSON Schema of its value in a definition.</param>
/// <param name="prefix">The prefix of its facts' names; null if it has one fact, which has its own name.</param>
internal abstract class Shape(string schema, string? prefix)
{
    public string Schema => schema;

    public string? Prefix => prefix;

    /// <summary>The facts of a value in a definition, each by what follows the prefix in its name.</summary>
    public abstract IEnumerable<(string Part, string? Value)> Read(NodeReader read, DefinitionNode? node, string what);

    /// <summary>The value in a definition that is read as these facts; null if none is needed.</summary>
    public abstract object? Write(IReadOnlyDictionary<string, string?> parts);
}

/// <summary>A shape whose value is a <typeparamref name="T"/> in the objects of the services.</summary>
/// <inheritdoc cref="Shape"/>
internal abstract class Shape<T>(string schema, string? prefix) : Shape(schema, prefix)
{
    /// <summary>The facts of a service's value, each by what follows the prefix in its name.</summary>
    public abstract IEnumerable<(string Part, string? Value)> Parts(T value);

    /// <summary>The value that a service takes.</summary>
    public abstract T Value(IReadOnlyDictionary<string, string?> parts);
}
