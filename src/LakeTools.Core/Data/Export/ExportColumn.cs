namespace LakeTools.Core.Data.Export;

/// <summary>A column to write.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its Hive type; null where anything goes.</param>
public sealed record ExportColumn(string Name, string? Type = null);
