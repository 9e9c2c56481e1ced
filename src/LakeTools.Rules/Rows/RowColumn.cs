namespace LakeTools.Rules.Rows;

/// <summary>A column that a row filter may name.</summary>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="Type">Its Hive type, as the catalog has it.</param>
/// <param name="IsPartitionKey">Whether it is a partition key.</param>
public sealed record RowColumn(string Name, string Type, bool IsPartitionKey = false);
