using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Rules.Iceberg;

/// <summary>Between the types of Iceberg and those of Hive, which the catalog has.</summary>
/// <remarks>
/// Source: Apache Iceberg's HiveSchemaConverter and IcebergToGlueConverter (types of columns). Hive's types that have no counterpart are
/// refused, not widened: the table would have another type than was asked for.
/// </remarks>
public static class IcebergHive
{
    private static readonly Dictionary<string, string> s_toIceberg = new(StringComparer.Ordinal)
    {
        ["boolean"] = "boolean", ["int"] = "int", ["bigint"] = "long", ["float"] = "float", ["double"] = "double", ["string"] = "string",
        ["binary"] = "binary", ["date"] = "date", ["timestamp"] = "timestamp",
    };

    private static readonly Dictionary<string, string> s_toHive = new(StringComparer.Ordinal)
    {
        ["long"] = "bigint", ["time"] = "string", ["uuid"] = "string", ["fixed"] = "binary", ["timestamptz"] = "timestamp",
    };

    /// <summary>The type of Iceberg for a type of Hive; its parts have no ids yet.</summary>
    /// <param name="column">The column, for the error.</param>
    /// <param name="type">The type in Glue's form.</param>
    /// <returns>The type.</returns>
    /// <exception cref="LakeException"><c>IcebergTypeNotSupported</c>.</exception>
    public static IcebergType Read(string column, string type)
    {
        var (name, parts) = HiveType.Split(type);
        return name switch
        {
            "array" => new(IcebergType.List, [Part(IcebergType.Element, parts[0].Type)]),
            "map" => new(IcebergType.Map,
                [Part(IcebergType.Key, parts[0].Type) with { IsRequired = true }, Part(IcebergType.Value, parts[1].Type)]),
            "struct" => new(IcebergType.Struct, [.. parts.Select(part => Part(part.Name!, part.Type))]),
            _ when s_toIceberg.TryGetValue(name, out var other) => IcebergType.Primitive(other),
            _ when name.StartsWith("decimal(", StringComparison.Ordinal) => IcebergType.Primitive(Decimal(name)),
            _ => throw Fault.IcebergTypeNotSupported(column, column, type, Instead(name)),
        };

        IcebergField Part(string partName, string partType) => new(0, partName, Read(column, partType));
    }

    /// <summary>The type of Hive that the catalog shows for a type of Iceberg.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Such as <c>array&lt;bigint&gt;</c>.</returns>
    public static string Write(IcebergType type) => type.Name switch
    {
        IcebergType.List => $"array<{Write(type.Fields[0].Type)}>",
        IcebergType.Map => $"map<{Write(type.Fields[0].Type)},{Write(type.Fields[1].Type)}>",
        IcebergType.Struct => $"struct<{string.Join(',', type.Fields.Select(field => $"{field.Name}:{Write(field.Type)}"))}>",
        _ when type.Family == "decimal" => $"decimal({string.Join(',', type.Sizes())})",
        _ => s_toHive.GetValueOrDefault(type.Family, type.Family),
    };

    private static string Decimal(string type)
    {
        var sizes = type["decimal(".Length..^1].Split(',');
        return $"decimal({sizes[0]}, {(sizes.Length > 1 ? sizes[1] : "0")})";
    }

    private static string Instead(string name) => name switch
    {
        "tinyint" or "smallint" => "Use int.",
        "decimal" => "Use decimal(10,0).",
        _ when name.StartsWith("char(", StringComparison.Ordinal) || name.StartsWith("varchar(", StringComparison.Ordinal) => "Use string.",
        _ => "Iceberg has boolean, int, bigint, float, double, decimal(p,s), string, binary, date, timestamp, array, map and struct.",
    };
}
