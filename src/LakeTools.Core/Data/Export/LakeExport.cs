namespace LakeTools;

/// <summary>What an export wrote.</summary>
/// <param name="Uri">The object that holds the rows, or the folder where they are in several.</param>
/// <param name="DatabaseName">The table's database, or null.</param>
/// <param name="TableName">The table, or null.</param>
/// <param name="RowCount">How many rows were written.</param>
public sealed record LakeExport(string Uri, string? DatabaseName, string? TableName, long RowCount);
