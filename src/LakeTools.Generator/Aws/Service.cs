using LakeTools.Models;

namespace LakeTools.Generator.Aws;

/// <summary>A service as the official package names it, over its model.</summary>
internal sealed class Service
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>Makes the view of a model.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="FormatException">The model names no client, or a member has a type that it does not know.</exception>
    public Service(ModelText model)
    {
        Model = model;
        if (model.Header("client").Split(' ') is not [var space, var prefix]) throw new FormatException("The model names no client.");
        (Namespace, Prefix) = (space, prefix);
        foreach (var operation in model.Operations)
        {
            Reach(_written, operation.Input);
            Reach(_read, operation.Answer);
            foreach (var error in operation.Errors)
                if (!model.Errors.Exists(known => known.Name == error)) throw new FormatException($"{operation.Name}: no error {error}.");
        }

        foreach (var error in model.Errors) Reach(_read, error.Members);
    }

    /// <summary>The model.</summary>
    public ModelText Model { get; }

    /// <summary>Such as <c>Amazon.Glue</c>.</summary>
    public string Namespace { get; }

    /// <summary>The prefix of the client's classes, such as <c>AmazonGlue</c>.</summary>
    public string Prefix { get; }

    /// <summary>The service's name in documentation.</summary>
    public string Title => Model.Header("title");

    /// <summary>The class that makes paginators, such as <c>GluePaginatorFactory</c>.</summary>
    public string PaginatorFactory => Namespace[(Namespace.LastIndexOf('.') + 1)..] + "PaginatorFactory";

    /// <summary>True if requests and answers are JSON.</summary>
    public bool IsJson => Model.Header("protocol") is "rest-json" or "json-1.1";

    /// <summary>Returns whether a structure is part of a request.</summary>
    /// <param name="structure">The structure.</param>
    /// <returns>True if it is.</returns>
    public bool IsWritten(string structure) => _written.Contains(structure);

    /// <summary>Returns whether a structure is part of an answer or an error.</summary>
    /// <param name="structure">The structure.</param>
    /// <returns>True if it is.</returns>
    public bool IsRead(string structure) => _read.Contains(structure);

    /// <summary>
    /// The type of a member, with the named types of the model resolved. Names of structures stay, and those of enums outside lists and
    /// maps: the SDK has strings for items that are enums.
    /// </summary>
    /// <param name="member">The member.</param>
    /// <returns>The type.</returns>
    public TypeText TypeOf(MemberText member) => Resolve(TypeText.Parse(member.Type));

    private TypeText Resolve(TypeText type)
    {
        if (type.Item is { } item) return type with { Key = type.Key is { } key ? ResolveItem(key) : null, Item = ResolveItem(item) };
        if (type.Pattern is { } pattern && !Model.Patterns.ContainsKey(pattern)) throw new FormatException($"No pattern {pattern}.");
        if (Model.Types.TryGetValue(type.Name, out var named)) return Resolve(TypeText.Parse(named));
        if (!CSharpType.IsKind(type.Name) && !Model.Enums.ContainsKey(type.Name) && !Model.Structures.ContainsKey(type.Name))
            throw new FormatException($"No type {type.Name}.");
        return type;
    }

    private TypeText ResolveItem(TypeText type) =>
        Model.Enums.ContainsKey(type.Name) ? type with { Name = "string" } : Resolve(type);

    private void Reach(HashSet<string> found, List<MemberText> members)
    {
        foreach (var member in members)
        {
            for (var type = TypeOf(member); type is not null; type = type.Item)
                if (Model.Structures.TryGetValue(type.Name, out var inner) && found.Add(type.Name)) Reach(found, inner);
        }
    }
}
