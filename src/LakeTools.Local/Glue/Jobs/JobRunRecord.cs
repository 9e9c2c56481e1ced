using System.Text.Json.Nodes;

namespace LakeTools.Local.Glue.Jobs;

/// <summary>One run of a job.</summary>
internal sealed record JobRunRecord
{
    /// <summary>The order of starts.</summary>
    public long Number { get; init; }

    /// <summary><c>jr_</c> and 64 hexadecimal digits; a retry adds <c>_attempt_1</c> and so on.</summary>
    public required string Id { get; init; }

    public required string JobName { get; init; }

    /// <summary>0 for the first try.</summary>
    public int Attempt { get; init; }

    public string? PreviousId { get; init; }

    public required string State { get; init; }

    /// <summary>The effective settings of the run: the job's, overridden by those of StartJobRun, and the run's own Arguments.</summary>
    public required JsonObject Document { get; init; }

    /// <summary>The process that carries it out: see HostProcess.</summary>
    public required string Host { get; init; }

    public required long Started { get; init; }

    public required long Modified { get; init; }

    public long? Completed { get; init; }

    public long ExecutionSeconds { get; init; }

    public string? Message { get; init; }
}
