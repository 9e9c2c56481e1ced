namespace LakeTools.Core.Catalog;

/// <summary>The actions of Sync-GluePartition on a partition.</summary>
public enum PartitionAction
{
    /// <summary>Its folder was found.</summary>
    Added,

    /// <summary>Its location has no object.</summary>
    Removed,
}
