using System.Runtime.CompilerServices;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Rows;

namespace LakeTools.Core.Data.Csv;

/// <summary>
/// Reads the cells of one column of delimited text. A number, a time or a truth value goes from the text's characters into the
/// column of its batch without a string or an object.
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
    /// <returns>The reader.</returns>
    public static CsvCell Of(RowColumn column, bool timesAreNumbers)
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
            CellKind.Timestamp => new Value<DateTime>(column, type, CellParsers.Timestamp),
            _ => new Any(column, type),
        };
    }

    /// <summary>Begins with the column of a batch.</summary>
    /// <param name="capacity">The most rows that the batch can have.</param>
    /// <returns>The column, which the next cells are set in.</returns>
    public abstract CellColumn Begin(int capacity);

    /// <summary>Reads a cell.</summary>
    /// <param name="field">Its text.</param>
    /// <param name="row">The row's place in the batch.</param>
    /// <returns>False if the text is not a value of the type.</returns>
    public abstract bool TryRead(ReadOnlySpan<char> field, int row);

    /// <summary>Sets what the column has where the record has no text for it: null, or the value that all rows have.</summary>
    /// <param name="row">The row's place in the batch.</param>
    public abstract void SetAbsent(int row);

    private sealed class Value<T>(RowColumn column, CellType type, CellParser<T> parse) : CsvCell(column, type)
        where T : struct
    {
        private ValueColumn<T> _cells = new(0);

        public override CellColumn Begin(int capacity) => _cells = new ValueColumn<T>(capacity);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)] // no assembly has it compiled ahead for numbers and times
        public override bool TryRead(ReadOnlySpan<char> field, int row)
        {
            // Few fields have blanks around them, and Trim is not free.
            if (field.Length > 0 && (field[0] <= ' ' || field[^1] <= ' ' || field[0] > '~' || field[^1] > '~')) field = field.Trim();
            T value = default;
            if (field.Length > 0 && !parse(field, out value)) return false;
            _cells.Set(row, value, field.Length > 0);
            return true;
        }

        public override void SetAbsent(int row) => _cells.Set(row, default, false);
    }

    private sealed class Text(RowColumn column, CellType type) : CsvCell(column, type)
    {
        private readonly RepeatedTexts _texts = new();
        private ReferenceColumn<string> _cells = new([]);

        public override CellColumn Begin(int capacity) => _cells = new ReferenceColumn<string>(new string?[capacity]);

        public override bool TryRead(ReadOnlySpan<char> field, int row)
        {
            _cells.Set(row, _texts.Of(field));
            return true;
        }

        public override void SetAbsent(int row) => _cells.Set(row, null);
    }

    private sealed class Any(RowColumn column, CellType type) : CsvCell(column, type)
    {
        private ReferenceColumn<object> _cells = new([]);

        public override CellColumn Begin(int capacity) => _cells = new ReferenceColumn<object>(new object?[capacity]);

        public override bool TryRead(ReadOnlySpan<char> field, int row)
        {
            if (!CellText.TryParse(field, Type, out var value)) return false;
            _cells.Set(row, value);
            return true;
        }

        public override void SetAbsent(int row) => _cells.Set(row, null);
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

        public override bool TryRead(ReadOnlySpan<char> field, int row) => true;

        public override void SetAbsent(int row)
        {
        }
    }
}
