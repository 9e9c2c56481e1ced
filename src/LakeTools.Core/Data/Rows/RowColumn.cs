using LakeTools.Core.Data.Cells;

namespace LakeTools.Core.Data.Rows;

/// <summary>A column to read from a file.</summary>
/// <param name="Name">Its name in the rows.</param>
/// <param name="Type">The type of its cells; null to take what the file says.</param>
/// <param name="Position">
/// Of delimited text: which field of a record it is, from 0; a record that ends before it has null there. Less than 0 for none.
/// Forms whose rows name their fields go by the name.
/// </param>
internal sealed record RowColumn(string Name, CellType? Type, int Position)
{
    /// <summary>The column's description for the readers of its rows.</summary>
    public DataColumn Told => new(Name, Type?.ToHive()) { CellType = Type };

    /// <summary>True if no field of the file holds the column, as a partition's key: every row has <see cref="Constant"/>.</summary>
    public bool IsConstant { get; init; }

    /// <summary>The value in every row of a column that is no field.</summary>
    public object? Constant { get; init; }
}
