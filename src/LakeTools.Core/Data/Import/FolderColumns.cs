using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Import;

/// <summary>The columns that folders named <c>key=value</c> give to the rows of a file that is read by address.</summary>
internal sealed class FolderColumns
{
    private readonly IReadOnlyList<(string Key, string? Value)> _pairs;
    private IReadOnlyList<string>? _fileNames;
    private IReadOnlyList<string> _names = [];

    /// <summary>Reads folders.</summary>
    /// <param name="path">The file's key below the folder that the address names.</param>
    public FolderColumns(string path) => _pairs = PartitionPath.Pairs(path);

    /// <summary>The keys and values.</summary>
    public IReadOnlyList<(string Key, string? Value)> Pairs => _pairs;

    /// <summary>Puts the columns behind those of a file's rows, under a number where a row has a column of the name.</summary>
    /// <param name="batch">The rows of the file.</param>
    /// <returns>The rows with all columns.</returns>
    public DataBatch AddTo(DataBatch batch)
    {
        if (_pairs.Count == 0) return batch;
        if (!ReferenceEquals(_fileNames, batch.ColumnNames))
        {
            var names = new PropertyNames();
            foreach (var name in batch.ColumnNames.Concat(_pairs.Select(pair => pair.Key))) names.Add(name);
            (_fileNames, _names) = (batch.ColumnNames, names.Names);
        }

        var columns = batch.Columns is null ? null
            : batch.Columns.Concat(_names.Skip(batch.ColumnNames.Count).Select(name => new DataColumn(name, null, true))).ToArray();
        return new DataBatch(_names, [.. batch.Cells, .. _pairs.Select(pair => Constant(pair.Value, batch.RowCount))], batch.RowCount)
        {
            Columns = columns,
        };
    }

    private static ReferenceColumn<string> Constant(string? value, int rows)
    {
        var cells = new string?[rows];
        Array.Fill(cells, value);
        return new ReferenceColumn<string>(cells);
    }
}
