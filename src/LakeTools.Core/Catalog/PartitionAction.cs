namespace LakeTools.Core.Catalog;

/// <summary>What Sync-GluePartition does with a partition.</summary>
public enum PartitionAction
{
    /// <summary>Its folder was found.</summary>
    Added,

    /// <summary>Its folder is empty.</summary>
    Removed,
}
