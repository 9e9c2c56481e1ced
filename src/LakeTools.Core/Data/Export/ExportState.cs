namespace LakeTools.Core.Data.Export;

/// <summary>The stages of an export of several steps.</summary>
internal enum ExportState
{
    /// <summary>Its new files appear one by one, and readers do not look at them yet.</summary>
    Prepared,

    /// <summary>It is being taken back: readers go on not to look at its files, until these are gone.</summary>
    Undone,

    /// <summary>It is done for readers, who do not look at the files whose place it takes any more, until these are gone.</summary>
    Committed,
}
