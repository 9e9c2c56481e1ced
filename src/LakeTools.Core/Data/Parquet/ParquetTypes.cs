using LakeTools.Core.Data.Cells;
using Parquet.Schema;

namespace LakeTools.Core.Data.Parquet;

/// <summary>The fields of new files.</summary>
internal static class ParquetTypes
{
    private const int LongestDecimal = 38;
    private const int LongestClrDecimal = 28;

    /// <summary>The field for a column of a new file. Everything may be null but a map's keys.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="isNullable">False for a map's key.</param>
    /// <returns>The field.</returns>
    public static Field FieldOf(string name, CellType type, bool isNullable = true) => type.Kind switch
    {
        CellKind.Boolean => new DataField(name, typeof(bool), isNullable),
        CellKind.TinyInt => new DataField(name, typeof(sbyte), isNullable),
        CellKind.SmallInt => new DataField(name, typeof(short), isNullable),
        CellKind.Int => new DataField(name, typeof(int), isNullable),
        CellKind.BigInt => new DataField(name, typeof(long), isNullable),
        CellKind.Float => new DataField(name, typeof(float), isNullable),
        CellKind.Double => new DataField(name, typeof(double), isNullable),
        CellKind.Decimal when type.Precision > LongestClrDecimal => new BigDecimalDataField(name, Math.Min(type.Precision, LongestDecimal),
            type.Scale, isNullable),
        CellKind.Decimal => new DecimalDataField(name, type.Precision, type.Scale, isNullable: isNullable),
        CellKind.Date => new DateTimeDataField(name, DateTimeFormat.Date, isNullable: isNullable),

        // INT96, as Hive and Spark write timestamps: every engine reads it, and it is exact to the nanosecond in all years.
        CellKind.Timestamp => new DateTimeDataField(name, DateTimeFormat.Impala, isNullable: isNullable),
        CellKind.Binary => new DataField(name, typeof(byte[]), isNullable),
        CellKind.Array => new ListField(name, FieldOf("element", type.Parts![0].Type)),
        CellKind.Map => new MapField(name, FieldOf("key", type.Parts![0].Type, isNullable: false), FieldOf("value", type.Parts[1].Type)),
        CellKind.Struct => new StructField(name, type.Parts!.Select(part => FieldOf(part.Name, part.Type)).ToArray()),
        _ => new DataField(name, typeof(string), isNullable),
    };
}
