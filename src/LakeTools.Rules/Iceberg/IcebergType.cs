namespace LakeTools.Rules.Iceberg;

/// <summary>A type of Iceberg: a primitive, or a struct, list or map with the fields that it consists of.</summary>
/// <param name="Name">
/// <c>struct</c>, <c>list</c>, <c>map</c>, or a primitive as the specification writes it: <c>long</c>, <c>decimal(10, 2)</c>.
/// </param>
/// <param name="Fields">
/// The parts: of a struct its fields, of a list <c>element</c>, of a map <c>key</c> and <c>value</c>; none of a primitive.
/// </param>
/// <remarks>Source: Apache Iceberg table specification, 'Schemas and Data Types'.</remarks>
public sealed record IcebergType(string Name, IReadOnlyList<IcebergField> Fields)
{
    /// <summary>A type with named fields.</summary>
    public const string Struct = "struct";

    /// <summary>A type of elements of one type.</summary>
    public const string List = "list";

    /// <summary>A type of values by key.</summary>
    public const string Map = "map";

    /// <summary>The name of a list's only field.</summary>
    public const string Element = "element";

    /// <summary>The name of a map's first field.</summary>
    public const string Key = "key";

    /// <summary>The name of a map's second field.</summary>
    public const string Value = "value";

    /// <summary>A primitive.</summary>
    /// <param name="name">Such as <c>long</c>.</param>
    /// <returns>The type.</returns>
    public static IcebergType Primitive(string name) => new(name, []);

    /// <summary>True for a type without parts.</summary>
    public bool IsPrimitive => Name is not (Struct or List or Map);

    /// <summary>The type's name without precision and length: <c>decimal</c>, <c>fixed</c>.</summary>
    public string Family => Name.Split('(', '[')[0];

    /// <summary>The numbers of the name: precision and scale of a decimal, the length of a fixed.</summary>
    /// <returns>The numbers, in their order.</returns>
    public int[] Sizes() => [.. Name[Family.Length..].Split('(', ')', '[', ']', ',', ' ')
        .Where(part => part.Length > 0).Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture))];
}
