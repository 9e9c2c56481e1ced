namespace LakeTools.Core.Definitions.States;

/// <summary>The progress of a change of a plan.</summary>
internal enum ChangeState
{
    /// <summary>It is not carried out yet.</summary>
    Planned,

    /// <summary>It is carried out.</summary>
    Done,

    /// <summary>It was refused.</summary>
    Failed,

    /// <summary>Something that it needs failed.</summary>
    Blocked,
}
