namespace LakeTools;

/// <summary>A query of Athena, or of an embedded lake. Times are local.</summary>
public sealed record LakeQuery
{
    /// <summary>The query's id.</summary>
    public required string Id { get; init; }

    /// <summary>QUEUED, RUNNING, SUCCEEDED, FAILED or CANCELLED.</summary>
    public required string State { get; init; }

    /// <summary>The statement.</summary>
    public required string Query { get; init; }

    /// <summary>The database of tables that are named without one.</summary>
    public string? DatabaseName { get; init; }

    /// <summary>The work group.</summary>
    public string? WorkGroup { get; init; }

    /// <summary>
    /// The ARN of the principal that started it. Known of a query that this connection started, and where the event history was looked up.
    /// </summary>
    public string? Principal { get; init; }

    /// <summary>When it was asked.</summary>
    public DateTime? SubmittedOn { get; init; }

    /// <summary>From being asked to its end, or until now while it runs; null if it has ended, and Athena does not say when.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The bytes that it has read of files.</summary>
    public long ScannedBytes { get; init; }

    /// <summary>The S3 URI of its result; null if Athena manages the result.</summary>
    public string? OutputLocation { get; init; }

    /// <summary>Why it failed.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The warnings of a query that succeeded, such as files that it skipped; null if there are none.</summary>
    public string? WarningMessage { get; init; }

    /// <summary>True if nothing more will happen.</summary>
    public bool IsEnded => State is "SUCCEEDED" or "FAILED" or "CANCELLED";

    /// <summary>Shows the id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}
