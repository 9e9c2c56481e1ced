using LakeTools.Core.Data.Cells;

namespace LakeTools.Core.Data.Parquet;

/// <summary>A field of a file's schema: a column of values, or a group of fields.</summary>
internal sealed record ParquetField
{
    private const int LongestDecimal = 38;
    private const int UnsignedLongDigits = 20;

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its name behind those of the groups that it is in.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>True if a value may be missing.</summary>
    public bool IsOptional { get; init; }

    /// <summary>True if a row has any number of values.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The definition level at which a value is there.</summary>
    public int Definition { get; init; }

    /// <summary>The repetition level of the innermost list that the field is, or is in.</summary>
    public int Repetition { get; init; }

    /// <summary>The meaning of its values.</summary>
    public ParquetMeaning Meaning { get; init; }

    /// <summary>Of times: how many parts a second has. Of integers: how many bits they have.</summary>
    public long Unit { get; init; }

    /// <summary>Of decimals: how many digits they have.</summary>
    public int Precision { get; init; }

    /// <summary>Of decimals: how many digits are behind the point.</summary>
    public int Scale { get; init; }

    /// <summary>Of values: how they are in the file.</summary>
    public ParquetPhysical Physical { get; init; }

    /// <summary>Of <see cref="ParquetPhysical.FixedBytes"/>: how many.</summary>
    public int Length { get; init; }

    /// <summary>Of values: which column of a row group they are, from 0; less than 0 for a group.</summary>
    public int Column { get; init; } = -1;

    /// <summary>Of a group: its fields.</summary>
    public IReadOnlyList<ParquetField> Fields { get; init; } = [];

    /// <summary>True for a group.</summary>
    public bool IsGroup => Column < 0;

    /// <summary>Of a list: its repeated field.</summary>
    public ParquetField? Repeated => Meaning is ParquetMeaning.List or ParquetMeaning.Map && Fields is [{ IsRepeated: true } only]
        ? only : null;

    /// <summary>
    /// Of a list's repeated field: the item, which may be the field itself in files of older writers. Source: Apache Parquet,
    /// LogicalTypes.md, 'Lists', backward-compatibility rules.
    /// </summary>
    /// <param name="list">The list.</param>
    public ParquetField Item(ParquetField list) =>
        Fields is not [var only] || only.IsRepeated || Meaning is ParquetMeaning.List or ParquetMeaning.Map
            || Name == "array" || Name == list.Name + "_tuple"
            ? this with { IsRepeated = false } : only;

    /// <summary>True if the field is a list's or a map's group, as its annotation says.</summary>
    /// <param name="meaning">List or map.</param>
    public bool Is(ParquetMeaning meaning) => IsGroup && Meaning == meaning && Repeated is { } repeated
        && (meaning == ParquetMeaning.List || repeated.Fields.Count is 1 or 2);

    /// <summary>The type of the field; text for what Hive has no type for, such as times of day.</summary>
    public CellType Type => IsRepeated ? CellType.ArrayOf((this with { IsRepeated = false }).Type)
        : Is(ParquetMeaning.List) ? CellType.ArrayOf(Repeated!.Item(this).Type)
        : Is(ParquetMeaning.Map) ? CellType.MapOf(Repeated!.Fields[0].Type, Repeated.Fields is [_, var value] ? value.Type : CellType.Text)
        : IsGroup ? CellType.StructOf(Fields.Select(part => new CellField(part.Name, part.Type)).ToArray())
        : ValueType;

    private CellType ValueType => Meaning switch
    {
        ParquetMeaning.Decimal => new CellType(CellKind.Decimal, Math.Min(Precision, LongestDecimal), Scale),
        ParquetMeaning.Date => new CellType(CellKind.Date),
        ParquetMeaning.Timestamp => new CellType(CellKind.Timestamp),
        ParquetMeaning.Integer when Unit == 8 => new CellType(CellKind.TinyInt),
        ParquetMeaning.Integer when Unit == 16 => new CellType(CellKind.SmallInt),
        ParquetMeaning.Unsigned when Unit == 8 => new CellType(CellKind.SmallInt),
        ParquetMeaning.Unsigned when Unit == 16 => new CellType(CellKind.Int),
        ParquetMeaning.Unsigned when Unit == 32 => new CellType(CellKind.BigInt),
        ParquetMeaning.Unsigned => new CellType(CellKind.Decimal, UnsignedLongDigits),
        ParquetMeaning.Half => new CellType(CellKind.Float),
        ParquetMeaning.Plain or ParquetMeaning.Integer => Physical switch
        {
            ParquetPhysical.Boolean => new CellType(CellKind.Boolean),
            ParquetPhysical.Int32 => new CellType(CellKind.Int),
            ParquetPhysical.Int64 => new CellType(CellKind.BigInt),
            ParquetPhysical.Float => new CellType(CellKind.Float),
            ParquetPhysical.Double => new CellType(CellKind.Double),
            ParquetPhysical.Int96 => new CellType(CellKind.Timestamp),
            _ => new CellType(CellKind.Binary),
        },
        _ => CellType.Text,
    };
}
