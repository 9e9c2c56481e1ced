using System.Management.Automation;

namespace LakeTools.Cmdlets.Input;

/// <summary>The types of this module whose objects, or rows of files of them, are piped into a command.</summary>
internal static class OwnKinds
{
    private const string Own = "LakeTools.";

    private static readonly string[] s_prefixes = ["Deserialized.", "Selected.", "CSV:"];

    private static readonly Lazy<Type[]> s_kinds = new(() =>
    [
        .. typeof(OwnKinds).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes(typeof(OutputTypeAttribute), inherit: true).Cast<OutputTypeAttribute>())
            .SelectMany(outputs => outputs.Type).Select(output => output.Type)
            .Where(type => type?.FullName?.StartsWith(Own, StringComparison.Ordinal) == true).Distinct()
            .Where(type => type.GetProperties().Length > 0), // rows of data have properties of their own
    ]);

    /// <summary>The types that an object has, or whose properties a row has.</summary>
    /// <param name="input">The object or the row.</param>
    public static IEnumerable<Type> Of(PSObject input)
    {
        var name = input.TypeNames.Count == 0 ? "" : input.TypeNames[0];
        foreach (var prefix in s_prefixes.Where(prefix => name.StartsWith(prefix, StringComparison.Ordinal))) name = name[prefix.Length..];
        return s_kinds.Value.Where(kind => kind.FullName == name
            || Array.TrueForAll(kind.GetProperties(), property => input.Properties[property.Name] is not null));
    }
}
