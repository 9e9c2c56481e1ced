using System.Reflection;

namespace LakeTools.Help.Output;

/// <summary>Writes the names of the types that scripts name: those that the cmdlets emit, and those of their parameters, which a mock or a
/// proxy of a cmdlet has. An import takes them from the file: the runtime would load all types of the assemblies to list them.</summary>
internal static class TypeNameFile
{
    private const string Own = "LakeTools"; // the namespace of what is emitted, and the beginning of all others

    /// <summary>Writes the names, a line each: the type and its assembly.</summary>
    /// <param name="cmdlets">The built LakeTools.Cmdlets.dll.</param>
    /// <param name="core">The built LakeTools.Core.dll.</param>
    /// <param name="output">The file to write.</param>
    public static void Write(string cmdlets, string core, string output) => File.WriteAllLines(
        output,
        BuiltAssembly.Load(core).GetExportedTypes().Where(type => type.Namespace == Own && !type.IsNested)
            .Concat(BuiltAssembly.Load(cmdlets).GetExportedTypes().SelectMany(ParameterTypes))
            .Select(type => $"{type.FullName}, {type.Assembly.GetName().Name}").Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<Type> ParameterTypes(Type cmdlet) => cmdlet.GetProperties()
        .Where(property => property.GetCustomAttributesData().Any(data => data.AttributeType.Name == "ParameterAttribute"))
        .Select(property => property.PropertyType.GetElementType() ?? property.PropertyType)
        .Select(type => Nullable.GetUnderlyingType(type) ?? type)
        .Where(type => type.Namespace?.StartsWith(Own, StringComparison.Ordinal) == true);
}
