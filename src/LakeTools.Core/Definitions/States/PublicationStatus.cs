namespace LakeTools.Core.Definitions.States;

/// <summary>What came of a publish.</summary>
internal enum PublicationStatus
{
    /// <summary>There was nothing to do.</summary>
    Unchanged,

    /// <summary>All changes are carried out.</summary>
    Done,

    /// <summary>Some changes failed.</summary>
    Failed,

    /// <summary>All changes are carried out, and the lake still is not as it should be.</summary>
    Incomplete,

    /// <summary>It was cut off; publishing again finishes it.</summary>
    Unfinished,
}
