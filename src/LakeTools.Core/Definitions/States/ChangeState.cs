namespace LakeTools.Core.Definitions.States;

/// <summary>Where a change of a plan stands.</summary>
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
