using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Rows;

namespace LakeTools.Core.Data.Export;

/// <summary>
/// Finds the type of a column that is written: the type that the values' source says where all of them come from columns of that
/// type, otherwise what their own types allow. Text stays text; only text of a source without types may be more.
/// </summary>
internal sealed class ColumnGuess
{
    private readonly ValueTypeGuess _values = new();
    private DataColumn? _said;
    private bool _isFirst = true;

    /// <summary>The type that the values so far allow.</summary>
    public CellType Type => _said?.Type is null ? _values.Type : _said.CellType ?? CellType.FromHive(_said.Type);

    /// <summary>Finds the types of columns.</summary>
    /// <param name="count">The number of columns.</param>
    /// <param name="rows">The first rows.</param>
    /// <returns>The types.</returns>
    public static CellType[] Of(int count, IReadOnlyList<SampleRow> rows)
    {
        var guesses = Enumerable.Range(0, count).Select(_ => new ColumnGuess()).ToArray();
        foreach (var row in rows)
            for (var i = 0; i < count; i++) guesses[i].Add(row.Values[i], row.Columns?[i]);
        return guesses.Select(guess => guess.Type).ToArray();
    }

    private void Add(object? value, DataColumn? column)
    {
        if (value is null && column is null) return; // a row that does not have the column
        if (_isFirst) _said = column;
        else if (column?.Type != _said?.Type) _said = null;
        _isFirst = false;
        _values.Add(value, column?.IsUntyped ?? false);
    }
}
