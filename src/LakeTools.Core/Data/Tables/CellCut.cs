using LakeTools.Core.Data.Rows;

namespace LakeTools.Core.Data.Tables;

/// <summary>
/// Cuts rows to what the caller may see: a row of which nothing shows is left out, and a cell that does not show is null. Rows
/// come with the columns that are wanted, and behind them those that only the rules read.
/// </summary>
internal sealed class CellCut
{
    private readonly CellRules _rules;
    private readonly string[] _names;
    private readonly int[] _testOf;
    private readonly (int From, int To)[] _inputs;
    private readonly object?[] _row;
    private readonly bool[] _passes;

    /// <summary>Makes the cut of one import.</summary>
    /// <param name="rules">The rules for what the caller may see.</param>
    /// <param name="read">The columns of the rows that come.</param>
    /// <param name="wanted">The number of columns that the caller wants, from the first.</param>
    public CellCut(CellRules rules, IReadOnlyList<string> read, int wanted)
    {
        _rules = rules;
        _names = [.. read.Take(wanted)];
        _testOf = [.. _names.Select(rules.TestOf)];
        var places = read.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.OrdinalIgnoreCase);
        _inputs = [.. rules.Read.Select(column => (places[rules.Columns[column].Name], column))];
        _row = new object?[rules.Columns.Count];
        _passes = new bool[rules.Tests.Count];
    }

    /// <summary>Cuts a batch.</summary>
    /// <param name="batch">The rows as they were read.</param>
    /// <returns>The visible part of the rows; null if nothing is visible.</returns>
    public DataBatch? Cut(DataBatch batch)
    {
        var rows = new List<DataRow>(batch.RowCount);
        foreach (var row in batch.Rows)
            if (TryCut(row, out var cut)) rows.Add(cut);
        return rows.Count > 0 ? new DataBatch(_names, rows) { Columns = batch.Columns?.Take(_names.Length).ToArray() } : null;
    }

    /// <summary>Cuts a row.</summary>
    /// <param name="row">The row as it was read.</param>
    /// <param name="cut">The part that the caller may see.</param>
    /// <returns>False if that is nothing.</returns>
    public bool TryCut(DataRow row, out DataRow cut)
    {
        cut = default;
        foreach (var (from, to) in _inputs) _row[to] = row.Values[from];
        if (_rules.Rows is { } rows && !rows.Passes(_row)) return false;
        var isSeen = _rules.HasOpenColumn;
        for (var i = 0; i < _passes.Length; i++) isSeen |= _passes[i] = _rules.Tests[i].Passes(_row);
        if (!isSeen) return false;
        var values = new object?[_names.Length];
        for (var i = 0; i < values.Length; i++) values[i] = _testOf[i] < 0 || _passes[_testOf[i]] ? row.Values[i] : null;
        cut = new DataRow(_names, values);
        return true;
    }
}
