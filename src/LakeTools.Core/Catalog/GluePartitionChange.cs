namespace LakeTools;

/// <summary>What Sync-GluePartition did with one partition.</summary>
/// <param name="Action">Added or Removed.</param>
/// <param name="DatabaseName">The database's name.</param>
/// <param name="TableName">The table's name.</param>
/// <param name="Value">The values of the partition keys, in their order.</param>
/// <param name="Location">Where its files lie, or lay.</param>
public sealed record GluePartitionChange(string Action, string DatabaseName, string TableName, IReadOnlyList<string> Value,
    string? Location)
{
    /// <summary>The action of a partition whose folder was found.</summary>
    public const string Added = "Added";

    /// <summary>The action of a partition whose folder holds nothing any more.</summary>
    public const string Removed = "Removed";
}
