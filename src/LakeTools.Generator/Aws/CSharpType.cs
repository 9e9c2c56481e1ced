using LakeTools.Models;

namespace LakeTools.Generator.Aws;

/// <summary>The C# types of version 4 of the SDK for the types of a model.</summary>
internal static class CSharpType
{
    private static readonly Dictionary<string, string> s_kinds = new(StringComparer.Ordinal)
    {
        ["string"] = "string",
        ["token"] = "string",
        ["boolean"] = "bool",
        ["integer"] = "int",
        ["long"] = "long",
        ["double"] = "double",
        ["timestamp"] = "DateTime",
        ["milliseconds"] = "DateTime",
        ["blob"] = "MemoryStream",
        ["json"] = "Document",
    };

    /// <summary>Returns whether a name is that of a kind, and not of a structure or enum.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True if it is.</returns>
    public static bool IsKind(string name) => s_kinds.ContainsKey(name);

    /// <summary>The type of a property: numbers, flags and times are nullable, so one that is not given is not sent.</summary>
    /// <param name="type">The member's type.</param>
    /// <returns>The type in C#.</returns>
    public static string OfProperty(TypeText type) =>
        type.Name is "boolean" or "integer" or "long" or "double" or "timestamp" or "milliseconds" ? s_kinds[type.Name] + "?"
        : type.Item is null && !IsKind(type.Name) ? type.Name
        : Of(type);

    /// <summary>The type of an item of a list or map, which is not nullable.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The type in C#.</returns>
    public static string Of(TypeText type) =>
        type.Item is null ? s_kinds.GetValueOrDefault(type.Name, type.Name)
        : type.Key is null ? $"List<{Of(type.Item)}>"
        : $"Dictionary<string, {Of(type.Item)}>";

    /// <summary>The name of a property: SDK names begin in upper case where the wire's do not.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The name.</returns>
    public static string Property(MemberText member) => Property(member.Name);

    /// <summary>The name of a property: SDK names begin in upper case where the wire's do not.</summary>
    /// <param name="name">The member's name on the wire.</param>
    /// <returns>The name.</returns>
    public static string Property(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
