using LakeTools.Core.Data.Cells;
using Parquet.Data;
using Parquet.Schema;

namespace LakeTools.Core.Data.Parquet;

/// <summary>Parquet's types and Hive's.</summary>
internal static class ParquetTypes
{
    private const int LongestDecimal = 38;
    private const int LongestClrDecimal = 28;
    private const int UnsignedLongDigits = 20;

    /// <summary>The type of a file's field.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The type; text for what Hive has no type for, such as times of day.</returns>
    public static CellType TypeOf(Field field) => field switch
    {
        StructField fields => CellType.StructOf(fields.Fields.Select(part => new CellField(part.Name, TypeOf(part))).ToArray()),
        ListField list => CellType.ArrayOf(TypeOf(list.Item)),
        MapField map => CellType.MapOf(TypeOf(map.Key), TypeOf(map.Value)),
        DataField { IsArray: true } data => CellType.ArrayOf(TypeOf(data)),
        DataField data => TypeOf(data),
        _ => CellType.Text,
    };

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

    private static CellType TypeOf(DataField field)
    {
        if (field is DecimalDataField number) return new CellType(CellKind.Decimal, number.Precision, number.Scale);
        if (field is DateTimeDataField { DateTimeFormat: DateTimeFormat.Date }) return new CellType(CellKind.Date);
        var type = field.ClrType;
        if (type == typeof(bool)) return new CellType(CellKind.Boolean);
        if (type == typeof(sbyte)) return new CellType(CellKind.TinyInt);
        if (type == typeof(short) || type == typeof(byte)) return new CellType(CellKind.SmallInt);
        if (type == typeof(int) || type == typeof(ushort)) return new CellType(CellKind.Int);
        if (type == typeof(long) || type == typeof(uint)) return new CellType(CellKind.BigInt);
        if (type == typeof(ulong)) return new CellType(CellKind.Decimal, UnsignedLongDigits);
        if (type == typeof(float)) return new CellType(CellKind.Float);
        if (type == typeof(double)) return new CellType(CellKind.Double);
        if (type == typeof(DateTime)) return new CellType(CellKind.Timestamp);
        if (type == typeof(DateOnly)) return new CellType(CellKind.Date);
        if (type == typeof(byte[]) || type == typeof(ReadOnlyMemory<byte>)) return new CellType(CellKind.Binary);
        if (type == typeof(decimal) || type == typeof(BigDecimal)) return new CellType(CellKind.Decimal, LongestDecimal, 18);
        return CellType.Text;
    }
}
