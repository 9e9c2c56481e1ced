using System.Runtime.CompilerServices;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using Parquet;
using Parquet.Schema;

namespace LakeTools.Core.Data.Parquet;

/// <summary>Reads rows from Parquet: only the columns that are asked for, a row group at a time.</summary>
internal static class ParquetRowReader
{
    // A decimal of the library's other type has no room for Hive's 38 digits.
    private static readonly ParquetOptions s_options = new() { UseBigDecimal = true };

    /// <summary>Reads the rows.</summary>
    /// <param name="stream">The file, which can seek; disposed of at the end.</param>
    /// <param name="choice">Chooses the columns.</param>
    /// <param name="path">The file's name, for errors.</param>
    /// <param name="batches">Gathers the rows; the last ones are left in it, also where reading ends with an exception.</param>
    /// <param name="onBadRow">Takes the error <c>BadRow</c> of each row with a value that is none of its column's type.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, in batches.</returns>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    public static async IAsyncEnumerable<DataBatch> ReadAsync(Stream stream, IColumnChoice choice, string path,
        BatchBuilder batches, Action<LakeException> onBadRow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var _ = stream.ConfigureAwait(false);
        var file = await GuardAsync(() => ParquetReader.CreateAsync(stream, s_options, leaveStreamOpen: true,
            cancellationToken)).ConfigureAwait(false);
        await using var __ = file.ConfigureAwait(false);
        var fields = file.Schema.Fields;
        var columns = choice.OfNames(fields.Select(field => field.Name).ToArray())
            ?? fields.Select(field => new RowColumn(field.Name, null, -1)).ToArray();
        var plan = columns.Select(column => new Column(column, column.IsConstant ? null : Find(fields, column.Name))).ToArray();
        var names = columns.Select(column => column.Name).ToArray();
        var number = 0L;
        for (var i = 0; i < file.RowGroupCount; i++)
        {
            using var reader = file.OpenRowGroupReader(i);
            using var group = new ParquetRowGroup();
            foreach (var column in plan)
                column.Node = column.Field is { } field
                    ? await GuardAsync(() => group.ReadAsync(reader, field, column.IsText, cancellationToken)).ConfigureAwait(false) : null;
            for (var row = 0L; row < reader.RowCount; row++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var values = new object?[plan.Length];
                var bad = Read(plan, values);
                number++;
                if (bad is not null) onBadRow(BadRow(path, number, bad));
                else if (batches.Add(new DataRow(names, values)) is { } batch) yield return batch;
            }
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
        var file = await GuardAsync(() => ParquetReader.CreateAsync(stream, s_options, leaveStreamOpen: true,
            cancellationToken)).ConfigureAwait(false);
        await using var __ = file.ConfigureAwait(false);
        return file.Schema.Fields.Select(field => new CellField(field.Name, ParquetTypes.TypeOf(field))).ToArray();
    }

    // The name in any case, or what Hive made of it.
    private static Field? Find(IReadOnlyList<Field> fields, string name) =>
        fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? fields.FirstOrDefault(field => HiveNames.Safe(field.Name) == name);

    private static Column? Read(Column[] plan, object?[] values)
    {
        Column? bad = null;
        for (var i = 0; i < plan.Length; i++)
        {
            var column = plan[i];
            try
            {
                values[i] = column.Node is null ? column.Wanted.Constant : column.Node.Read();
            }
            catch (Exception error) when (error is IndexOutOfRangeException or ArgumentException)
            {
                throw new InvalidDataException($"the column {column.Wanted.Name} ends before its row group does", error);
            }

            // All columns go on to the next row, also those behind a bad one.
            if (!column.IsConverted || values[i] is not { } value
                || CellConversion.TryConvert(value, column.Wanted.Type, out values[i])) continue;
            column.Shown = value;
            bad ??= column;
        }

        return bad;
    }

    private static LakeException BadRow(string path, long number, Column column)
    {
        var reason = $"'{CellText.Format(column.Shown!, CellKind.Text)}' is no {column.Wanted.Type?.ToHive()}";
        return Fault.BadRow(new LakeBadRow(path, number, column.Wanted.Name, reason), path, number, column.Wanted.Name, reason);
    }

    // The library throws whatever a broken file makes it stumble over.
    private static async Task<T> GuardAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception error) when (
            error is not (OperationCanceledException or LakeException or Amazon.Runtime.AmazonServiceException or InvalidDataException
            or HttpRequestException))
        {
            throw new InvalidDataException(error.Message, error);
        }
    }

    private sealed class Column(RowColumn wanted, Field? source)
    {
        public RowColumn Wanted => wanted;

        public Field? Field => source;

        public ParquetNode? Node { get; set; }

        public object? Shown { get; set; }

        public bool IsText { get; } = wanted.Type is { Kind: CellKind.Text };

        public bool IsConverted { get; } = source is not null && wanted.Type is { } type
            && type.ToHive() != ParquetTypes.TypeOf(source).ToHive();
    }
}
