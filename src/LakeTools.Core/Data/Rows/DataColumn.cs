using LakeTools.Core.Data.Cells;

namespace LakeTools.Core.Data.Rows;

/// <summary>A column of rows that were read, as far as its source knows it.</summary>
/// <param name="Name">Its name in the rows.</param>
/// <param name="Type">Its Hive type; null if the source has none.</param>
/// <param name="IsUntyped">True for text of a source without types, such as delimited text: what it says may be a number or a date.</param>
public sealed record DataColumn(string Name, string? Type, bool IsUntyped = false)
{
    /// <summary>The type as the file has it, where it is known: Hive's text of a struct cannot contain every name of a field.</summary>
    internal CellType? CellType { get; init; }
}
