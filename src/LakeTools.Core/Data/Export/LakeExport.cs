namespace LakeTools;

/// <summary>The result of an export.</summary>
/// <param name="Uri">The object that holds the rows, or the folder where they are in several.</param>
/// <param name="DatabaseName">The table's database, or null.</param>
/// <param name="TableName">The table, or null.</param>
/// <param name="RowCount">The number of rows that were written.</param>
public sealed record LakeExport(string Uri, string? DatabaseName, string? TableName, long RowCount);
