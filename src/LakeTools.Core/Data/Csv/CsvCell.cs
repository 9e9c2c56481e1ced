using System.Runtime.CompilerServices;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Data.Csv;

/// <summary>
/// Reads the cells of one column of delimited text, of many rows at a time. A number, a time or a truth value goes from the text's
/// characters into the column of its batch without a string or an object.
/// </summary>
/// <param name="column">The column.</param>
/// <param name="type">The type of its cells.</param>
internal abstract class CsvCell(RowColumn column, CellType type)
{
    /// <summary>The column's name in the rows.</summary>
    public string Name => column.Name;

    /// <summary>The index of the field in the record; less than 0 for none.</summary>
    public int Position { get; } = column.Position;

    /// <summary>The type of its cells.</summary>
    public CellType Type => type;

    /// <summary>The text that an error adds about the expected form.</summary>
    public string Expected { get; private init; } = "";

    /// <summary>Makes the reader of a column's cells.</summary>
    /// <param name="column">The column.</param>
    /// <param name="timesAreNumbers">True for dates and timestamps as OpenCSV has them.</param>
    /// <param name="cut">Takes the column if its times are cut.</param>
    /// <returns>The reader.</returns>
    public static CsvCell Of(RowColumn column, bool timesAreNumbers, CutTimes cut)
    {
        var type = column.Type ?? CellType.Text;
        if (column.Position < 0) return new Constant(column, type);
        if (timesAreNumbers && type.Kind is CellKind.Date)
            return new Value<DateTime>(column, type, CellParsers.Days) { Expected = ", which OpenCSVSerde stores as days since 1970" };
        if (timesAreNumbers && type.Kind is CellKind.Timestamp)
        {
            return new Value<DateTime>(column, type, CellParsers.Milliseconds)
            {
                Expected = ", which OpenCSVSerde stores as milliseconds since 1970",
            };
        }

        return type.Kind switch
        {
            CellKind.Text => new Text(column, type),
            CellKind.Boolean => new Value<bool>(column, type, CellParsers.Boolean),
            CellKind.TinyInt => new Value<sbyte>(column, type, CellParsers.TinyInt),
            CellKind.SmallInt => new Value<short>(column, type, CellParsers.SmallInt),
            CellKind.Int => new Value<int>(column, type, CellParsers.Int),
            CellKind.BigInt => new Value<long>(column, type, CellParsers.BigInt),
            CellKind.Float => new Value<float>(column, type, CellParsers.Float),
            CellKind.Double => new Value<double>(column, type, CellParsers.Double),
            CellKind.Date => new Value<DateTime>(column, type, CellParsers.Date),
            CellKind.Timestamp => new Value<DateTime>(column, type, CellParsers.Timestamp, cut),
            _ => new Any(column, type),
        };
    }

    /// <summary>Begins with the column of a batch.</summary>
    /// <param name="capacity">The most rows that the batch can have.</param>
    /// <returns>The column, which the next cells are set in.</returns>
    public abstract CellColumn Begin(int capacity);

    /// <summary>Reads the column's cells of records that were read together.</summary>
    /// <param name="records">The records.</param>
    /// <param name="width">The number of fields of each.</param>
    /// <param name="count">The number of records.</param>
    /// <param name="row">The first record's place in the batch.</param>
    /// <param name="bad">Takes the cells whose text is not a value of the type.</param>
    public abstract void Read(CsvReader records, int width, int count, int row, CsvBadCells bad);

    private sealed class Value<T>(RowColumn column, CellType type, CellParser<T> parse, CutTimes? cut = null) : CsvCell(column, type)
        where T : struct
    {
        private ValueColumn<T> _cells = new(0);

        public override CellColumn Begin(int capacity) => _cells = new ValueColumn<T>(capacity);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)] // no assembly has it compiled ahead for numbers and times
        public override void Read(CsvReader records, int width, int count, int row, CsvBadCells bad)
        {
            var isThere = Position < width;
            for (var record = 0; record < count; record++)
            {
                T value = default;
                var hasValue = false;
                if (isThere && records.TryGetCell((record * width) + Position, out var field))
                {
                    // Few fields have blanks around them, and Trim is not free.
                    if (field.Length > 0 && (field[0] is <= ' ' or > '~' || field[^1] is <= ' ' or > '~')) field = field.Trim();
                    hasValue = field.Length > 0;
                    if (hasValue && !parse(field, out value)) bad.Add(row + record, this);
                    else if (typeof(T) == typeof(DateTime) && IsoTime.IsCut(field)) cut?.Add(Name);
                }

                _cells.Set(row + record, value, hasValue);
            }
        }
    }

    private sealed class Text(RowColumn column, CellType type) : CsvCell(column, type)
    {
        private readonly RepeatedTexts _texts = new();
        private ReferenceColumn<string> _cells = new([]);

        public override CellColumn Begin(int capacity) => _cells = new ReferenceColumn<string>(new string?[capacity]);

        public override void Read(CsvReader records, int width, int count, int row, CsvBadCells bad)
        {
            var isThere = Position < width;
            for (var record = 0; record < count; record++)
            {
                string? text = null;
                if (isThere && records.TryGetCell((record * width) + Position, out var field)) text = _texts.Of(field);
                _cells.Set(row + record, text);
            }
        }
    }

    private sealed class Any(RowColumn column, CellType type) : CsvCell(column, type)
    {
        private ReferenceColumn<object> _cells = new([]);

        public override CellColumn Begin(int capacity) => _cells = new ReferenceColumn<object>(new object?[capacity]);

        public override void Read(CsvReader records, int width, int count, int row, CsvBadCells bad)
        {
            var isThere = Position < width;
            for (var record = 0; record < count; record++)
            {
                object? value = null;
                if (isThere && records.TryGetCell((record * width) + Position, out var field) && !CellText.TryParse(field, Type, out value))
                    bad.Add(row + record, this);
                _cells.Set(row + record, value);
            }
        }
    }

    private sealed class Constant(RowColumn column, CellType type) : CsvCell(column, type)
    {
        private readonly RowColumn _column = column;

        public override CellColumn Begin(int capacity)
        {
            var cells = new object?[capacity];
            Array.Fill(cells, _column.Constant);
            return new ReferenceColumn<object>(cells);
        }

        public override void Read(CsvReader records, int width, int count, int row, CsvBadCells bad)
        {
        }
    }
}
