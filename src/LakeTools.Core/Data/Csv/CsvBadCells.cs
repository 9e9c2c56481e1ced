namespace LakeTools.Core.Data.Csv;

/// <summary>Of rows that were read together: the first cell of each whose text is not a value.</summary>
internal sealed class CsvBadCells
{
    private SortedDictionary<int, CsvCell>? _cells; // few files need it

    /// <summary>The places of the rows in their batch, in order.</summary>
    public IReadOnlyCollection<int> Rows => _cells is null ? [] : _cells.Keys;

    /// <summary>Takes a cell whose text is not a value.</summary>
    /// <param name="row">The place of its row in the batch.</param>
    /// <param name="cell">The reader of its column.</param>
    public void Add(int row, CsvCell cell) => (_cells ??= []).TryAdd(row, cell);

    /// <summary>The reader of the cell's column.</summary>
    /// <param name="row">The place of its row in the batch.</param>
    /// <returns>The reader.</returns>
    public CsvCell CellOf(int row) => _cells![row];

    /// <summary>Forgets them all.</summary>
    public void Clear() => _cells?.Clear();
}
