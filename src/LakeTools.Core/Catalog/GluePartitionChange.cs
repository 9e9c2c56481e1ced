using LakeTools.Core.Catalog;
using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>The result of Sync-GluePartition for one partition.</summary>
public sealed record GluePartitionChange
{
    /// <summary>Added or Removed.</summary>
    public string Action => PartitionAction.ToString();

    /// <summary>The database's name.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The table's name.</summary>
    public required string TableName { get; init; }

    /// <summary>The values of the partition keys, in their order.</summary>
    public required IReadOnlyList<string> Value { get; init => field = Listed.Of(value); }

    /// <summary>The current or former location of its files.</summary>
    public string? Location { get; init; }

    internal PartitionAction PartitionAction { get; init; }
}
