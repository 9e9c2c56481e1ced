using LakeTools.Core.Data.Cells;

namespace LakeTools.Core.Data.Rows;

/// <summary>A column of a file that is written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type; null if anything goes.</param>
internal sealed record FileColumn(string Name, CellType? Type);
