namespace LakeTools.Core.Data.Export;

/// <summary>The effect of an export on existing data.</summary>
public enum ExportMode
{
    /// <summary>Adds to it.</summary>
    Append,

    /// <summary>Takes its place, all of it.</summary>
    Overwrite,

    /// <summary>Takes the place of the partitions for which there are rows; the others stay.</summary>
    OverwritePartitions,
}
