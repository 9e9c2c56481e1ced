namespace LakeTools.Core.Data.Rows;

/// <summary>Rows of one file that go on together, which costs less than one by one.</summary>
/// <param name="ColumnNames">The columns, which all of the rows have.</param>
/// <param name="Rows">The rows, at least one.</param>
public sealed record DataBatch(IReadOnlyList<string> ColumnNames, IReadOnlyList<DataRow> Rows)
{
    /// <summary>What the file says of the columns; null where each value says its own type.</summary>
    public IReadOnlyList<DataColumn>? Columns { get; init; }
}
