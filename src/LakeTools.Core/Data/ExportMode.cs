namespace LakeTools.Core.Data;

/// <summary>What an export does to the data that is there.</summary>
public enum ExportMode
{
    /// <summary>Adds to it.</summary>
    Append,

    /// <summary>Takes its place.</summary>
    Overwrite,
}
