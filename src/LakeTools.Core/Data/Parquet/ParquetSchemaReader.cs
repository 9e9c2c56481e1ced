namespace LakeTools.Core.Data.Parquet;

/// <summary>Makes fields of the schema elements of a file, which are there one behind the other, parents first.</summary>
/// <param name="elements">The elements, as parquet.thrift's SchemaElement; the first is the row itself.</param>
internal sealed class ParquetSchemaReader(IReadOnlyList<ThriftStruct> elements)
{
    private const int DeepestNesting = 100;
    private const long Millis = 1000;
    private const long Micros = 1_000_000;
    private const long Nanos = 1_000_000_000;

    private int _next = 1;
    private int _columns;

    /// <summary>Makes the fields.</summary>
    /// <param name="elements">The elements.</param>
    /// <returns>The fields of a row.</returns>
    /// <exception cref="InvalidDataException">The elements are no schema.</exception>
    public static IReadOnlyList<ParquetField> Read(IReadOnlyList<ThriftStruct> elements)
    {
        if (elements.Count == 0) throw new InvalidDataException("it has no schema");
        return new ParquetSchemaReader(elements).Fields((int)(elements[0].Number(5) ?? 0), [], 0, 0);
    }

    private ParquetField[] Fields(int count, IReadOnlyList<string> path, int definition, int repetition)
    {
        if (count < 0 || count > elements.Count - _next || path.Count > DeepestNesting)
            throw new InvalidDataException("its schema is incomplete");
        var fields = new ParquetField[count];
        for (var i = 0; i < count; i++) fields[i] = Field(path, definition, repetition);
        return fields;
    }

    private ParquetField Field(IReadOnlyList<string> parents, int definition, int repetition)
    {
        var element = elements[_next++];
        var kind = element.Number(3) ?? 0;
        if (kind > 0) definition++;
        if (kind == 2) repetition++;
        var name = element.Text(4);
        string[] path = [.. parents, name];
        var isValue = element.Has(1);
        var column = isValue ? _columns++ : -1;
        var field = new ParquetField
        {
            Name = name,
            Path = path,
            IsOptional = kind == 1,
            IsRepeated = kind == 2,
            Definition = definition,
            Repetition = repetition,
            Physical = (ParquetPhysical)(element.Number(1) ?? 0),
            Length = (int)(element.Number(2) ?? 0),
            Column = column,
            Fields = isValue ? [] : Fields((int)(element.Number(5) ?? 0), path, definition, repetition),
        };
        return element.Struct(10) is { } logical ? Logical(field, element, logical) : Converted(field, element);
    }

    // The numbers are those of parquet.thrift's LogicalType. A type that is unknown, or has no sense for the physical
    // type, has the meaning of the physical type.
    private static ParquetField Logical(ParquetField field, ThriftStruct element, ThriftStruct type)
    {
        if (type.Has(1) || type.Has(4) || type.Has(12)) return field with { Meaning = ParquetMeaning.Text };
        if (type.Has(2)) return field with { Meaning = ParquetMeaning.Map };
        if (type.Has(3)) return field with { Meaning = ParquetMeaning.List };
        if (type.Struct(5) is { } number) return Decimal(field, number.Number(2), number.Number(1));
        if (type.Has(6)) return field with { Meaning = ParquetMeaning.Date };
        if (type.Struct(7) is { } time) return field with { Meaning = ParquetMeaning.Time, Unit = Unit(time) };
        if (type.Struct(8) is { } stamp) return field with { Meaning = ParquetMeaning.Timestamp, Unit = Unit(stamp) };
        if (type.Struct(10) is { } integer)
            return Integer(field, integer.Truth(2, otherwise: true), integer.Number(1) ?? 0);
        if (type.Has(14)) return field with { Meaning = ParquetMeaning.Uuid };
        return type.Has(15) ? field with { Meaning = ParquetMeaning.Half } : Converted(field, element);
    }

    // The numbers are those of parquet.thrift's ConvertedType.
    private static ParquetField Converted(ParquetField field, ThriftStruct element) => element.Number(6) switch
    {
        0 or 4 or 19 => field with { Meaning = ParquetMeaning.Text },
        1 or 2 => field with { Meaning = ParquetMeaning.Map },
        3 => field with { Meaning = ParquetMeaning.List },
        5 => Decimal(field, element.Number(8), element.Number(7)),
        6 => field with { Meaning = ParquetMeaning.Date },
        7 => field with { Meaning = ParquetMeaning.Time, Unit = Millis },
        8 => field with { Meaning = ParquetMeaning.Time, Unit = Micros },
        9 => field with { Meaning = ParquetMeaning.Timestamp, Unit = Millis },
        10 => field with { Meaning = ParquetMeaning.Timestamp, Unit = Micros },
        >= 11 and <= 14 and var code => Integer(field, isSigned: false, 8L << (int)(code - 11)),
        >= 15 and <= 18 and var code => Integer(field, isSigned: true, 8L << (int)(code - 15)),
        21 => field with { Meaning = ParquetMeaning.Interval },
        _ => field,
    };

    private static ParquetField Decimal(ParquetField field, long? precision, long? scale) =>
        precision is > 0 and <= 1_000_000 && (scale ?? 0) >= 0 && (scale ?? 0) <= precision
            ? field with { Meaning = ParquetMeaning.Decimal, Precision = (int)precision, Scale = (int)(scale ?? 0) }
            : throw new InvalidDataException($"the decimal {field.Name} has no sensible precision and scale");

    private static ParquetField Integer(ParquetField field, bool isSigned, long bits) =>
        field with { Meaning = isSigned ? ParquetMeaning.Integer : ParquetMeaning.Unsigned, Unit = bits };

    private static long Unit(ThriftStruct time) =>
        time.Struct(2) is { } unit && unit.Has(3) ? Nanos : time.Struct(2) is { } other && other.Has(1) ? Millis : Micros;
}
