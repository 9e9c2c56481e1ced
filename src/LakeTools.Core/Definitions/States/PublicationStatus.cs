namespace LakeTools.Core.Definitions.States;

/// <summary>The results of a publish.</summary>
internal enum PublicationStatus
{
    /// <summary>There was nothing to do.</summary>
    Unchanged,

    /// <summary>All changes are carried out.</summary>
    Done,

    /// <summary>Some changes failed.</summary>
    Failed,

    /// <summary>All changes were made, and the lake still differs from the desired state.</summary>
    Incomplete,

    /// <summary>It was interrupted. Publish again to finish it.</summary>
    Unfinished,
}
