namespace LakeTools;

/// <summary>A line of a job run's log.</summary>
/// <param name="Timestamp">When it was written; local time.</param>
/// <param name="Message">The line.</param>
/// <param name="JobName">The job.</param>
/// <param name="RunId">The run.</param>
public sealed record LakeLogEvent(DateTime Timestamp, string Message, string JobName, string RunId)
{
    /// <summary>The log stream that it is from: the run's id, or one of Spark's driver and executors.</summary>
    public string? LogStream { get; init; }

    /// <summary>Shows the line.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => Message;
}
