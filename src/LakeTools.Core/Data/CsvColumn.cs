namespace LakeTools.Core.Data;

/// <summary>A column to read from delimited text.</summary>
/// <param name="Name">Its name in the rows.</param>
/// <param name="Type">The type of its cells.</param>
/// <param name="Position">Which field of a record it is, from 0; a record that ends before it has null there. Less than 0 for none.</param>
internal sealed record CsvColumn(string Name, CellType Type, int Position)
{
    /// <summary>The value in every row of a column that is no field, such as a partition's.</summary>
    public object? Constant { get; init; }
}
