using LakeTools.Core.Data.Cells;

namespace LakeTools.Core.Data.Export;

/// <summary>A column to write.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its Hive type; null if anything goes.</param>
public sealed record ExportColumn(string Name, string? Type = null)
{
    /// <summary>True if the type is what the first rows allow. Then an empty text is no null, as it is in a table's column.</summary>
    public bool IsGuessed { get; init; }

    /// <summary>The type of the first rows, with the names of fields as they are there; null if only the Hive type is known.</summary>
    internal CellType? CellType { get; init; }
}
