using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Data.Tables;

/// <summary>The columns of a table's files: which fields are read, and under which names and types.</summary>
internal sealed class TableColumns
{
    private readonly TableLayout _table;
    private readonly List<GlueColumn> _read;
    private Task<IReadOnlyDictionary<string, int>?>? _asked;

    /// <summary>Chooses columns of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="names">The names, or patterns of names, in order; all columns where empty.</param>
    /// <exception cref="LakeException"><c>ColumnNotFound</c>.</exception>
    public TableColumns(TableLayout table, IReadOnlyList<string> names)
    {
        _table = table;
        var visible = table.Columns.Concat(table.PartitionKeys).ToList();
        _read = names.Count == 0 ? visible : names.SelectMany(name => Matching(table, visible, name)).Distinct().ToList();
        Wanted = [.. _read.Select(column => column.Name)];
        if (table.Cells is not { } rules) return;
        var wanted = _read.Count;
        _read.AddRange(rules.Read.Select(i => rules.Columns[i])
            .Where(column => !_read.Exists(other => other.Name.Equals(column.Name, StringComparison.OrdinalIgnoreCase))).ToArray());
        Cut = new CellCut(rules, _read.Select(column => column.Name).ToArray(), wanted);
    }

    /// <summary>The columns that are asked for, without those that only row filters read.</summary>
    public IReadOnlyList<string> Wanted { get; }

    /// <summary>Removes what the caller may not see from rows. Null if nothing is removed.</summary>
    public CellCut? Cut { get; }

    // A record with a field too many or too few has its values at wrong places, where a hidden one could become visible.
    private bool AreAllVisible => !_table.IsGuarded || (_table.Cells is null && _table.Positions?.Count == _table.Columns.Count);

    /// <summary>The choice for a file.</summary>
    /// <exception cref="LakeException"><c>PartitionValueInvalid</c>: when the columns are chosen.</exception>
    /// <param name="path">The file, for errors.</param>
    /// <param name="partition">The partition that it is in.</param>
    /// <returns>Chooses the columns once it is known what the file has.</returns>
    public IColumnChoice Of(string path, TablePartition partition) => new OfFile(this, path, partition);

    /// <summary>
    /// Requires that no column of delimited text is nested. Athena reads items by the delimiters of LazySimpleSerDe, such as
    /// collection.delim, which are not supported here; OpenCSVSerde has no nested types.
    /// </summary>
    /// <param name="place">The table, partition or file.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="verb">The verb of the error: read or written.</param>
    /// <exception cref="LakeException"><c>FormatNotSupported</c>.</exception>
    public static void RequireFlat(string place, IEnumerable<GlueColumn> columns, string verb)
    {
        if (columns.FirstOrDefault(column => CellType.FromHive(column.Type).IsNested) is not { } nested) return;
        throw Fault.FormatNotSupported(
            place,
            $"of {place}, delimited text with the column {nested.Name} of the type {nested.Type},",
            verb,
            $"Json and Parquet, or delimited text with the type string for {nested.Name}");
    }

    private static IEnumerable<GlueColumn> Matching(TableLayout table, List<GlueColumn> visible, string name)
    {
        var pattern = new KeyPattern(name.ToLowerInvariant());
        var found = visible.Where(column => pattern.IsMatch(column.Name.ToLowerInvariant())).ToList();
        return found.Count > 0 || pattern.HasWildcards
            ? found : throw FileColumns.NotFound(table.Address.ToString(), name, visible.Select(column => column.Name));
    }

    private RowColumn Column(GlueColumn column, IReadOnlyDictionary<string, int> positions, TablePartition partition)
    {
        for (var i = 0; i < _table.KeyOrder.Count; i++)
        {
            if (!_table.KeyOrder[i].Equals(column.Name, StringComparison.OrdinalIgnoreCase)) continue;
            if (_table.IsGuarded && !_table.IsTold && partition.Values.Count != _table.KeyOrder.Count)
                throw PositionsUnknown(partition.Location.ToString());
            var text = i < partition.Values.Count ? partition.Values[i] : "";
            object? value = null;
            var type = CellType.FromHive(column.Type);
            if (text != PartitionPath.DefaultPartition && !CellText.TryParseExactly(text, type, out value))
                throw Fault.PartitionValueInvalid(partition.Location, text, column.Name, _table.Address.ToString(), column.Type);
            return new RowColumn(column.Name, type, -1) { IsConstant = true, Constant = value };
        }

        return new RowColumn(column.Name, CellType.FromHive(column.Type), positions.TryGetValue(column.Name, out var position)
            ? position : -1);
    }

    /// <summary>
    /// The position of each column in a file. By Hive's rule, table and file have the same column positions, whatever the file's header
    /// says. The positions in a table with hidden columns are not known from the visible ones, and a guess could show the wrong ones:
    /// then the file's header must name them in the order of the table.
    /// </summary>
    private async ValueTask<IReadOnlyDictionary<string, int>> PositionsAsync(string path, IReadOnlyList<string>? header, int width,
        CancellationToken cancellationToken)
    {
        if (_table.Positions is { } known) return known;
        if (!_table.IsGuarded && width <= _table.Columns.Count)
            return TableLayout.InOrder(_table.Columns.Select(column => column.Name));
        if (_table.AskPositions is { } ask && await (_asked ??= ask(cancellationToken)).ConfigureAwait(false) is { } told) return told;
        if (header is not null)
        {
            var names = TableLayout.InOrder(HiveNames.Unique(header));
            var places = _table.Columns.Select(column => names.GetValueOrDefault(column.Name, -1)).ToList();
            if (!places.Contains(-1) && places.SequenceEqual(places.Order())) return names;
        }

        throw PositionsUnknown(path);
    }

    private LakeException PositionsUnknown(string path) =>
        Fault.ColumnPositionsUnknown(path, _table.Address);

    private sealed class OfFile(TableColumns columns, string path, TablePartition partition) : IColumnChoice
    {
        private static readonly Dictionary<string, int> s_noPositions = [];

        /// <inheritdoc/>
        public bool IsAnyWidth => columns.AreAllVisible;

        public bool IsOfTable => true;

        public async ValueTask<IReadOnlyList<RowColumn>> OfFieldsAsync(IReadOnlyList<string>? header, int width,
            CancellationToken cancellationToken)
        {
            RequireFlat(path, columns._read, "read");
            var positions = await columns.PositionsAsync(path, header, width, cancellationToken).ConfigureAwait(false);
            return columns._read.Select(column => columns.Column(column, positions, partition)).ToArray();
        }

        // A column that a file does not have is null there: files are older than columns that were added later.
        public IReadOnlyList<RowColumn> OfNames(IReadOnlyList<string>? names) =>
            columns._read.Select(column => columns.Column(column, s_noPositions, partition)).ToArray();
    }
}
