namespace LakeTools.Host;

/// <summary>How a pipeline ended.</summary>
internal enum PipelineEnd
{
    /// <summary>It ran through, and its last command succeeded.</summary>
    Completed,

    /// <summary>It ran through, and its last command failed.</summary>
    CompletedWithFailure,

    /// <summary>An error ended it.</summary>
    Failed,

    /// <summary>Ctrl+C ended it.</summary>
    Stopped,
}
