using System.Globalization;
using System.Security;
using LakeTools.Models;

namespace LakeTools.Generator.Aws;

/// <summary>Says in XML what a model knows: what a member may hold, where a shape is used, what returns an error.</summary>
/// <param name="service">The service.</param>
internal sealed class Documentation(Service service)
{
    private const int NamesShown = 3;
    private const int ValuesShown = 12;
    private const int PatternShown = 40;

    private readonly ILookup<string, string> _users = UsersOf(service).Distinct().ToLookup(use => use.Name, use => use.User);

    private readonly ILookup<string, string> _throwers = service.Model.Operations
        .SelectMany(operation => operation.Errors.Select(error => (Error: error, operation.Name)))
        .ToLookup(pair => pair.Error, pair => pair.Name);

    /// <summary>The uses of a structure or enum.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Such as <c>a part of GetTablesResponse and 2 more</c>.</returns>
    public string UseOf(string name) => "a part of " + Enumerate(_users[name].ToList(), "no shape");

    /// <summary>The operations that return an error.</summary>
    /// <param name="error">The name of its class.</param>
    /// <returns>Such as <c>returned by GetTables and 2 more</c>.</returns>
    public string ThrownBy(string error) => "returned by " + Enumerate(_throwers[error].ToList(), "operations that do not list it");

    /// <summary>The description of an operation on the wire.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>A sentence.</returns>
    public string Operation(OperationText operation) =>
        $"Calls {operation.Name} of {service.Title}."
        + (operation.IsPaged ? $" It returns one page; <see cref=\"I{service.PaginatorFactory}\"/> goes through all." : "");

    /// <summary>The permitted values of a member.</summary>
    /// <param name="member">The member.</param>
    /// <returns>A sentence or more.</returns>
    public string Member(MemberText member)
    {
        var (required, text) = (member.IsRequired ? "Required. " : "", Type(Meant(TypeText.Parse(member.Type))));
        return required + char.ToUpperInvariant(text[0]) + text[1..] + ".";
    }

    // A named type of the model is described as the type that it represents.
    private TypeText Meant(TypeText type) =>
        service.Model.Types.TryGetValue(type.Name, out var named) ? Meant(TypeText.Parse(named)) : type;

    private string Type(TypeText type)
    {
        type = Meant(type);
        if (type is { Item: { } item, Key: null }) return $"a list{Count(type, "items")}, each {Type(item)}";
        if (type is { Item: { } value, Key: { } key })
            return $"a map{Count(type, "entries")}: each key is {Type(key)}, each value {Type(value)}";
        if (service.Model.Enums.TryGetValue(type.Name, out var values)) return EnumValues(type.Name, values);
        if (service.Model.Structures.ContainsKey(type.Name)) return $"a <see cref=\"{type.Name}\"/>";
        return type.Name switch
        {
            "boolean" => "true or false",
            "integer" or "long" or "double" => (type.Name == "double" ? "a number" : "a whole number") + Range(type),
            "timestamp" => "a time, read as UTC",
            "milliseconds" => "a time in whole milliseconds, read as UTC",
            "blob" => "bytes" + Count(type, "of them"),
            "json" => "any JSON value",
            "token" => $"a string{Count(type, "characters")} that makes a call act once if it is sent twice; a new UUID where it is null",
            _ => $"a string{Count(type, "characters")}{Pattern(type)}{(type.IsSensitive ? ", which is a secret" : "")}",
        };
    }

    private static string EnumValues(string name, string[] values)
    {
        var shown = string.Join(", ", values.Take(ValuesShown).Select(value => $"<c>{SecurityElement.Escape(value)}</c>"));
        return $"a <see cref=\"{name}\"/>: {shown}{(values.Length > ValuesShown ? " and more" : "")}";
    }

    // A long pattern says less than the name that the model gives it.
    private string Pattern(TypeText type) =>
        type.Pattern is null ? ""
        : service.Model.Patterns[type.Pattern] is { Length: <= PatternShown } text ? $" that matches <c>{SecurityElement.Escape(text)}</c>"
        : $" ({type.Pattern})";

    private static string Count(TypeText type, string unit) => (type.Minimum, type.Maximum) switch
    {
        (null, null) => "",
        (null or 0, { } most) => $" of at most {Plain(most)} {unit}",
        ({ } least, null) => $" of at least {Plain(least)} {unit}",
        ({ } least, { } most) when least == most => $" of {Plain(least)} {unit}",
        ({ } least, { } most) => $" of {Plain(least)} to {Plain(most)} {unit}",
    };

    private static string Range(TypeText type) => (type.Minimum, type.Maximum) switch
    {
        (null, null) => "",
        (null, { } most) => $", at most {Plain(most)}",
        ({ } least, null) => $", at least {Plain(least)}",
        ({ } least, { } most) => $" from {Plain(least)} to {Plain(most)}",
    };

    private static string Plain(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Enumerate(List<string> names, string none) => names.Count switch
    {
        0 => none,
        <= NamesShown => string.Join(", ", names),
        _ => $"{string.Join(", ", names.Take(NamesShown))} and {Plain(names.Count - NamesShown)} more",
    };

    private static IEnumerable<(string Name, string User)> UsersOf(Service service)
    {
        var model = service.Model;
        var owners = model.Structures.Select(structure => (structure.Key, structure.Value))
            .Concat(model.Operations.Select(operation => (operation.Name + "Request", operation.Input)))
            .Concat(model.Operations.Select(operation => (operation.Name + "Response", operation.Answer)))
            .Concat(model.Errors.Select(error => (error.Name, error.Members)));
        foreach (var (owner, members) in owners)
        {
            foreach (var member in members)
                for (var type = TypeText.Parse(member.Type); type is not null; type = type.Item)
                    if (type.Name.Length > 0) yield return (type.Name, owner);
        }
    }
}
