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

    /// <summary>It was cut off; publishing again finishes it.</summary>
    Unfinished,
}
