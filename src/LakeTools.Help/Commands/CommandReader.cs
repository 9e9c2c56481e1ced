using System.Reflection;

namespace LakeTools.Help.Commands;

/// <summary>Reads cmdlets from a built assembly. Attributes are read as data, so no code of the assembly runs.</summary>
internal static class CommandReader
{
    private static readonly Dictionary<string, string> s_typeNames = new()
    {
        ["String"] = "string", ["Int32"] = "int", ["Int64"] = "long", ["Double"] = "double", ["Boolean"] = "bool", ["Byte"] = "byte",
    };

    /// <summary>The number of ConfirmImpact.High.</summary>
    private const int HighImpact = 3;

    private static readonly ParameterShape[] s_shouldProcess =
    [
        new("WhatIf", "switch", true, false, false, ["wi"], AnySet()),
        new("Confirm", "switch", true, false, false, ["cf"], AnySet()),
    ];

    /// <summary>The cmdlets of an assembly, whose references are in its folder.</summary>
    public static IReadOnlyList<CommandShape> Read(string file) =>
        [.. BuiltAssembly.Load(file).GetExportedTypes()
            .Select(type => (Type: type, Cmdlet: Find(type.GetCustomAttributesData(), "CmdletAttribute")))
            .Where(pair => pair.Cmdlet is not null)
            .Select(pair => ReadCommand(pair.Type, pair.Cmdlet!))
            .OrderBy(command => command.Name, StringComparer.Ordinal)];

    private static CommandShape ReadCommand(Type type, CustomAttributeData cmdlet)
    {
        var parameters = Properties(type).Select(ReadParameter).OfType<ParameterShape>().ToList();
        if (Named(cmdlet, "SupportsShouldProcess", false)) parameters.AddRange(s_shouldProcess);
        var first = Named<string?>(cmdlet, "DefaultParameterSetName", null);
        var sets = parameters.SelectMany(parameter => parameter.Places.Keys).Where(set => set != ParameterShape.AllSets)
            .Distinct().OrderBy(set => set != first).ToList();
        return new CommandShape(
            $"{cmdlet.ConstructorArguments[0].Value}-{cmdlet.ConstructorArguments[1].Value}",
            parameters,
            sets.Count > 0 ? sets : [ParameterShape.AllSets],
            [.. All(type.GetCustomAttributesData(), "OutputTypeAttribute").SelectMany(TypesOf)],
            Named(cmdlet, "ConfirmImpact", 0) == HighImpact);
    }

    /// <summary>A type's properties, its own before its bases'; what a class declares again counts once.</summary>
    private static IEnumerable<PropertyInfo> Properties(Type type)
    {
        var own = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        if (type.BaseType is not { } parent) return own;
        return own.Concat(Properties(parent).Where(inherited => own.All(property => property.Name != inherited.Name)));
    }

    private static ParameterShape? ReadParameter(PropertyInfo property)
    {
        var attributes = property.GetCustomAttributesData();
        var places = All(attributes, "ParameterAttribute").ToList();
        if (places.Count == 0) return null;
        return new ParameterShape(
            property.Name,
            TypeName(property.PropertyType),
            property.PropertyType.Name == "SwitchParameter",
            places.All(place => Named(place, "DontShow", false)),
            Find(attributes, "SupportsWildcardsAttribute") is not null,
            [.. All(attributes, "AliasAttribute").SelectMany(alias => Values(alias.ConstructorArguments[0])).Cast<string>()],
            places.ToDictionary(place => Named(place, "ParameterSetName", ParameterShape.AllSets), ReadPlace));
    }

    private static ParameterPlace ReadPlace(CustomAttributeData place) => new(
        Named(place, "Mandatory", false),
        Named(place, "Position", int.MinValue) is >= 0 and var position ? position : null,
        Named(place, "ValueFromPipeline", false),
        Named(place, "ValueFromPipelineByPropertyName", false));

    private static string TypeName(Type type)
    {
        if (type.IsArray) return TypeName(type.GetElementType()!) + "[]";
        if (type.Name == "SwitchParameter") return "switch";
        if (type.IsGenericType && type.Name == "Nullable`1") return TypeName(type.GetGenericArguments()[0]);
        return s_typeNames.GetValueOrDefault(type.Name, type.Name);
    }

    private static IEnumerable<string> TypesOf(CustomAttributeData outputType) => outputType.ConstructorArguments
        .SelectMany(Values).Select(value => value is Type type ? type.FullName! : value as string).OfType<string>();

    private static IEnumerable<object?> Values(CustomAttributeTypedArgument argument) =>
        argument.Value is IEnumerable<CustomAttributeTypedArgument> many ? many.Select(item => item.Value) : [argument.Value];

    private static T Named<T>(CustomAttributeData attribute, string name, T otherwise) => attribute.NamedArguments
        .Where(argument => argument.MemberName == name).Select(argument => (T)argument.TypedValue.Value!).DefaultIfEmpty(otherwise).First();

    private static IEnumerable<CustomAttributeData> All(IEnumerable<CustomAttributeData> attributes, string name) =>
        attributes.Where(attribute => attribute.AttributeType.Name == name);

    private static CustomAttributeData? Find(IEnumerable<CustomAttributeData> attributes, string name) =>
        All(attributes, name).FirstOrDefault();

    private static Dictionary<string, ParameterPlace> AnySet() =>
        new() { [ParameterShape.AllSets] = new ParameterPlace(false, null, false, false) };
}
