using System.Runtime.CompilerServices;
using LakeTools.Core.Data.Rows;

namespace LakeTools.Core.Data.Parquet;

/// <summary>A column of values of a row group, read value by value and page by page.</summary>
internal abstract class ParquetLeaf : ParquetNode
{
    private readonly ParquetField _field;
    private readonly ParquetPages _pages;
    private ParquetPage? _page;
    private int _entry;
    private int _value;

    private delegate bool TimeOf<T>(T value, out DateTime time);

    private ParquetLeaf(ParquetField field, ParquetPages pages)
    {
        _field = field;
        _pages = pages;
    }

    /// <inheritdoc/>
    public override ParquetLeaf First => this;

    /// <summary>The definition level of the current value.</summary>
    /// <exception cref="InvalidDataException">The column has no more values.</exception>
    public int Definition
    {
        get
        {
            var page = Here();
            return page.Definitions.Length == 0 ? _field.Definition : page.Definitions[_entry];
        }
    }

    /// <summary>True if no value is left.</summary>
    public bool IsAtEnd => (_page is null || _entry == _page.Count) && _pages.Left == 0;

    /// <summary>Makes a leaf.</summary>
    /// <param name="field">The field.</param>
    /// <param name="pages">Its pages in a row group.</param>
    /// <param name="isText">True if bytes are text because the table says so.</param>
    /// <param name="faults">Takes the values that cannot be had.</param>
    /// <returns>The leaf.</returns>
    public static ParquetLeaf Of(ParquetField field, ParquetPages pages, bool isText, ParquetRowFaults faults)
    {
        var value = new ParquetValue(field, isText, faults);
        return field.Physical switch
        {
            ParquetPhysical.Boolean => new Plain<bool>(field, pages, ParquetPlain.Booleans),
            ParquetPhysical.Int32 when IsWhole(field, 32) => new Plain<int>(field, pages, ParquetPlain.Ints),
            ParquetPhysical.Int64 when IsWhole(field, 64) => new Plain<long>(field, pages, ParquetPlain.Longs),
            ParquetPhysical.Int32 when field.Meaning == ParquetMeaning.Date =>
                new Time<int>(field, pages, ParquetPlain.Ints, value.TryDate, value.Of),
            ParquetPhysical.Int64 when field.Meaning == ParquetMeaning.Timestamp =>
                new Time<long>(field, pages, ParquetPlain.Longs, value.TryTimestamp, value.Of),
            ParquetPhysical.Int32 => new Typed<int>(field, pages, ParquetPlain.Ints, value.Of),
            ParquetPhysical.Int64 => new Typed<long>(field, pages, ParquetPlain.Longs, value.Of),
            ParquetPhysical.Int96 => new Time<Int96>(field, pages, ParquetPlain.Fixed<Int96>, value.TryTimestamp, value.Of),
            ParquetPhysical.Float => new Plain<float>(field, pages, ParquetPlain.Fixed<float>),
            ParquetPhysical.Double => new Plain<double>(field, pages, ParquetPlain.Fixed<double>),
            ParquetPhysical.Bytes when value.IsText => new Text(field, pages, value.Of),
            ParquetPhysical.Bytes => new Typed<ReadOnlyMemory<byte>>(field, pages,
                (encoding, bytes, count) => ParquetPlain.Bytes(encoding, bytes, count, 0), value.Of),
            ParquetPhysical.FixedBytes when field.Length > 0 => new Typed<ReadOnlyMemory<byte>>(field, pages,
                (encoding, bytes, count) => ParquetPlain.Bytes(encoding, bytes, count, field.Length), value.Of),
            _ => throw new InvalidDataException($"the column {field.Name} has an unknown type"),
        };
    }

    /// <inheritdoc/>
    public override object? Read()
    {
        var isThere = Definition == _field.Definition;
        _entry++;
        return isThere ? Value(_value++) : null;
    }

    /// <inheritdoc/>
    public override void Skip()
    {
        if (Definition == _field.Definition) _value++;
        _entry++;
    }

    /// <summary>True if the current value continues the list of a level.</summary>
    /// <param name="repetition">The list's level.</param>
    public bool Continues(int repetition)
    {
        if (_field.Repetition == 0 || IsAtEnd) return false;
        return Here().Repetitions[_entry] == repetition;
    }

    /// <inheritdoc/>
    public override void RequireRow()
    {
        if (_field.Repetition > 0 && Here().Repetitions[_entry] != 0)
            throw new InvalidDataException($"the column {_field.Name} continues a row where another row begins");
    }

    /// <inheritdoc/>
    public override void RequireEnd()
    {
        if (!IsAtEnd) throw new InvalidDataException($"the column {_field.Name} continues after the last row of its row group");
    }

    /// <summary>Takes the values of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="dictionary">The column's dictionary, where it has one.</param>
    protected abstract void Take(ParquetPage page, ParquetPage? dictionary);

    /// <summary>A value of the current page.</summary>
    /// <param name="index">Its place among those that are not null.</param>
    protected abstract object? Value(int index);

    private ParquetPage Here()
    {
        if (_page is not null && _entry < _page.Count) return _page;
        _page = ParquetGuard.Run(() =>
        {
            var next = _pages.Next();
            Take(next, _pages.Dictionary);
            return next;
        });
        _entry = _value = 0;
        return _page;
    }

    // True if ParquetValue returns the values of the field unchanged.
    private static bool IsWhole(ParquetField field, int bits) => field.Meaning is not (ParquetMeaning.Date or ParquetMeaning.Decimal
        or ParquetMeaning.Time or ParquetMeaning.Timestamp or ParquetMeaning.Unsigned)
        && (field.Meaning != ParquetMeaning.Integer || field.Unit == bits);

    /// <summary>A column whose values are cells as they are in the file: none needs an object of its own.</summary>
    private sealed class Plain<T>(ParquetField field, ParquetPages pages, Func<long, ReadOnlyMemory<byte>, int, ParquetValues<T>> decode)
        : Typed<T>(field, pages, decode, value => value)
        where T : struct
    {
        public override CellColumn Begin(int capacity) => new ValueColumn<T>(capacity);

        protected override void ReadRun(CellColumn column, ParquetRowFaults faults, int count)
        {
            var cells = (ValueColumn<T>)column;
            if (InPage(count) is { IsEmpty: false } values) cells.Set(faults.Row, values);
            else for (var i = 0; i < count; i++) cells.Set(faults.Row + i, OfDictionary(_value + i), true);
        }

        protected override void ReadNull(CellColumn column, ParquetRowFaults faults) =>
            ((ValueColumn<T>)column).Set(faults.Row, default, false);
    }

    /// <summary>A column of texts.</summary>
    private sealed class Text(ParquetField field, ParquetPages pages, Func<ReadOnlyMemory<byte>, object?> cell)
        : Typed<ReadOnlyMemory<byte>>(field, pages, (encoding, bytes, count) => ParquetPlain.Bytes(encoding, bytes, count, 0), cell)
    {
        public override CellColumn Begin(int capacity) => new ReferenceColumn<string>(new string?[capacity]);

        protected override void ReadRun(CellColumn column, ParquetRowFaults faults, int count)
        {
            var (cells, first) = ((ReferenceColumn<string>)column, faults.Row);
            for (var i = 0; i < count; i++, faults.Row++) cells.Set(faults.Row, (string?)Value(_value + i));
            faults.Row = first;
        }

        protected override void ReadNull(CellColumn column, ParquetRowFaults faults) =>
            ((ReferenceColumn<string>)column).Set(faults.Row, null);
    }

    /// <summary>A column of dates or times. One that cannot be had is reported for each of its rows.</summary>
    private sealed class Time<T>(ParquetField field, ParquetPages pages, Func<long, ReadOnlyMemory<byte>, int, ParquetValues<T>> decode,
        TimeOf<T> time, Func<T, object?> cell)
        : Typed<T>(field, pages, decode, cell)
        where T : struct
    {
        public override CellColumn Begin(int capacity) => new ValueColumn<DateTime>(capacity);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)] // no assembly has it compiled ahead for numbers
        protected override void ReadRun(CellColumn column, ParquetRowFaults faults, int count)
        {
            var (cells, first) = ((ValueColumn<DateTime>)column, faults.Row);
            var values = InPage(count);
            for (var i = 0; i < count; i++, faults.Row++)
            {
                var isValue = time(values.IsEmpty ? OfDictionary(_value + i) : values[i], out var value);
                cells.Set(faults.Row, value, isValue);
            }

            faults.Row = first;
        }

        protected override void ReadNull(CellColumn column, ParquetRowFaults faults) =>
            ((ValueColumn<DateTime>)column).Set(faults.Row, default, false);
    }

    private class Typed<T>(ParquetField field, ParquetPages pages, Func<long, ReadOnlyMemory<byte>, int, ParquetValues<T>> decode,
        Func<T, object?> cell) : ParquetLeaf(field, pages)
        where T : struct
    {
        private const int PlainDictionary = 2;
        private const int RunsOfDictionary = 8;

        private ParquetValues<T> _values = new([]);
        private ParquetPage? _known;
        private T[] _dictionary = [];
        private object?[] _cells = [];
        private int[]? _places;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)] // no assembly has it compiled ahead for numbers
        protected override void Take(ParquetPage page, ParquetPage? dictionary)
        {
            _places = null;
            _values = new([]);
            if (page.Encoding is not (PlainDictionary or RunsOfDictionary))
            {
                if (page.There > 0) _values = decode(page.Encoding, page.Values, page.There);
                return;
            }

            if (!ReferenceEquals(dictionary, _known))
            {
                _known = dictionary;
                _dictionary = dictionary is null ? [] : decode(0, dictionary.Values, dictionary.Count).Span.ToArray();
                _cells = new object?[_dictionary.Length];
            }

            _places = new int[page.There];
            if (page.There > 0) ParquetBits.ReadRuns(page.Values.Span[1..], page.Values.Span[0], _places);
            foreach (var place in _places)
                if ((uint)place >= (uint)_dictionary.Length) throw new InvalidDataException("a value is not in the dictionary");
        }

        public override void ReadInto(CellColumn column, ParquetRowFaults faults, int end)
        {
            if (_field.Repetition > 0)
            {
                base.ReadInto(column, faults, end);
                return;
            }

            while (faults.Row < end)
            {
                var (page, count) = (Here(), 0);
                var most = Math.Min(end - faults.Row, page.Count - _entry);
                if (page.Definitions.Length == 0) count = most;
                else while (count < most && page.Definitions[_entry + count] == _field.Definition) count++;
                if (count > 0) ReadRun(column, faults, count);
                else ReadNull(column, faults);
                _value += count;
                count = Math.Max(count, 1);
                _entry += count;
                faults.Row += count;
            }
        }

        /// <summary>Reads values that follow each other in the page, none of which is null, from the current one on.</summary>
        /// <param name="column">The result of <see cref="ParquetNode.Begin"/>.</param>
        /// <param name="faults">The place of the first row.</param>
        /// <param name="count">The number of values.</param>
        protected virtual void ReadRun(CellColumn column, ParquetRowFaults faults, int count)
        {
            var (cells, first) = ((ReferenceColumn<object>)column, faults.Row);
            for (var i = 0; i < count; i++, faults.Row++) cells.Set(faults.Row, Value(_value + i));
            faults.Row = first;
        }

        /// <summary>Reads a null.</summary>
        /// <param name="column">The result of <see cref="ParquetNode.Begin"/>.</param>
        /// <param name="faults">The place of the row.</param>
        protected virtual void ReadNull(CellColumn column, ParquetRowFaults faults) =>
            ((ReferenceColumn<object>)column).Set(faults.Row, null);

        /// <summary>The next values of the page, as they are in the file.</summary>
        /// <param name="count">The number of values.</param>
        /// <returns>The values; none if the page refers to a dictionary.</returns>
        protected ReadOnlySpan<T> InPage(int count) => _places is null ? _values.Span.Slice(_value, count) : default;

        /// <summary>A value of a page that refers to a dictionary, as it is in the file.</summary>
        protected T OfDictionary(int index) => _dictionary[_places![index]];

        // Cells of a dictionary are made once. A cell that cannot be made is reported for each of its rows.
        protected override object? Value(int index) =>
            _places is null ? cell(_values.Span[index]) : _cells[_places[index]] ??= cell(_dictionary[_places[index]]);
    }
}
