namespace LakeTools.Core.Data.Cells;

/// <summary>A part of a nested type: an array's item, a map's key or value, a struct's field.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
internal sealed record CellField(string Name, CellType Type);
