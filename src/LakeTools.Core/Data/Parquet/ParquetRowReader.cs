using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Parquet;

/// <summary>Reads rows from Parquet: only the columns that are asked for, a row group at a time.</summary>
internal static class ParquetRowReader
{
    /// <summary>Reads the rows.</summary>
    /// <param name="file">The file.</param>
    /// <param name="choice">Chooses the columns.</param>
    /// <param name="batches">Gathers the rows; the last ones are left in it, also where reading ends with an exception.</param>
    /// <param name="onBadRow">Takes the error <c>BadRow</c> of each row with a value that cannot be had as its column's type.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, in batches.</returns>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    public static async IAsyncEnumerable<DataBatch> ReadAsync(DataFile file, IColumnChoice choice, BatchBuilder batches,
        Action<LakeException> onBadRow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = file.OpenSeekable();
        await using var _ = stream.ConfigureAwait(false);
        var footer = await ParquetFooter.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        var fields = footer.Fields;
        var own = fields.Select(field => field.Name).ToList();
        var known = choice.IsOfTable ? own : FileColumns.Distinct(own);
        var cut = new CutTimes(file.Path, file.Warn);
        var chosen = choice.OfNames(known);
        var plan = chosen is null
            ? fields.Select((field, i) => new Column(new RowColumn(known[i], field.Type, -1), field, null)).ToArray()
            : chosen.Select(column =>
                new Column(column, column.IsConstant ? null : Find(fields, known, column.Name, cut), column.Type)).ToArray();
        var names = plan.Select(column => column.Name).ToArray();
        batches.Columns = plan.Select(column => column.Told).ToArray();
        var faults = new ParquetRowFaults(cut);
        var (number, isBegun) = (0L, false);
        foreach (var group in footer.RowGroups)
        {
            var rows = new ParquetRowGroup(stream, footer, group, faults);
            foreach (var column in plan)
                column.Node = column.Field is { } field
                    ? await rows.ReadAsync(field, column.Wanted, cancellationToken).ConfigureAwait(false) : null;
            if (!isBegun) batches.Begin(names, capacity => Array.ConvertAll(plan, column => column.Begin(capacity)));
            isBegun = true;
            for (var left = rows.RowCount; left > 0;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var start = batches.NextRow;
                var end = (int)Math.Min(batches.End, start + left);
                var broken = Read(plan, faults, start, ref end);
                left -= end - start;
                cut.Tell();
                foreach (var (row, (column, reason)) in faults.Bad)
                    if (row < end) onBadRow(BadRow(file.Path, number + 1 + row - start, column, reason));
                number += end - start;
                if (batches.EndRows(end, faults.Bad.Keys) is { } batch) yield return batch;
                broken?.Throw();
            }

            foreach (var column in plan) column.Node?.RequireEnd();
        }
    }

    /// <summary>The fields of a file.</summary>
    /// <param name="stream">The file, which can seek; disposed of at the end.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The names and types.</returns>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    public static async Task<IReadOnlyList<CellField>> ReadSchemaAsync(Stream stream, CancellationToken cancellationToken)
    {
        await using var _ = stream.ConfigureAwait(false);
        var footer = await ParquetFooter.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        return footer.Fields.Select(field => new CellField(field.Name, field.Type)).ToArray();
    }

    // The name as it is, or in any case.
    private static ParquetField? Find(IReadOnlyList<ParquetField> fields, List<string> known, string name, CutTimes cut)
    {
        var place = known.IndexOf(name);
        if (place < 0) place = known.FindIndex(other => other.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (place < 0 && known.Find(other => HiveNames.Safe(other) == name) is { } almost) cut.AddUnread(almost, name);
        return place < 0 ? null : fields[place];
    }

    // Where a column is broken, the rows before that place are whole as far as the other columns are: what broke is the result.
    private static ExceptionDispatchInfo? Read(Column[] plan, ParquetRowFaults faults, int start, ref int end)
    {
        faults.Bad.Clear();
        ExceptionDispatchInfo? broken = null;
        foreach (var column in plan)
        {
            faults.Column = column.Name;
            faults.Row = start;
            try
            {
                column.ReadInto(faults, end);
            }
            catch (Exception error) when (error is InvalidDataException)
            {
                broken = ExceptionDispatchInfo.Capture(error);
                end = faults.Row;
            }
        }

        return broken;
    }

    private static LakeException BadRow(string path, long number, string column, string reason) =>
        Fault.BadRow(new LakeBadRow(path, number, column, reason), path, number, column, reason);

    private sealed class Column(RowColumn column, ParquetField? source, CellType? wanted)
    {
        private CellColumn _cells = new ReferenceColumn<object>([]);

        public string Name => column.Name;

        public ParquetField? Field => source;

        /// <summary>The type that its values are made; null for the file's.</summary>
        public CellType? Wanted => wanted;

        // A column that is named without a type has the file's.
        public DataColumn Told { get; } = column.Type is null && source is not null
            ? (column with { Type = source.Type }).Told : column.Told;

        public ParquetNode? Node { get; set; }

        public CellColumn Begin(int capacity)
        {
            if (Node is not null) return _cells = Node.Begin(capacity);
            var constants = new object?[capacity];
            Array.Fill(constants, column.Constant);
            return new ReferenceColumn<object>(constants);
        }

        public void ReadInto(ParquetRowFaults faults, int end)
        {
            if (Node is not { } node) return;
            ParquetGuard.Run(() =>
            {
                node.ReadInto(_cells, faults, end);
                return node;
            });
        }
    }
}
