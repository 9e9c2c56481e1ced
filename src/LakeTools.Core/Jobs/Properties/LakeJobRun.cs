using Amazon.Glue;
using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>A run of a Glue job. Times are local.</summary>
public sealed record LakeJobRun
{
    private static readonly string[] s_ended =
    [
        JobRunState.STOPPED, JobRunState.SUCCEEDED, JobRunState.FAILED, JobRunState.TIMEOUT, JobRunState.ERROR, JobRunState.EXPIRED,
    ];

    /// <summary>The job's name.</summary>
    public required string JobName { get; init; }

    /// <summary>The run's id, <c>jr_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>0 for the first try, 1 for the first retry and so on.</summary>
    public int Attempt { get; init; }

    /// <summary>The run that this one tries again.</summary>
    public string? PreviousRunId { get; init; }

    /// <summary>STARTING, RUNNING, STOPPING, STOPPED, SUCCEEDED, FAILED, TIMEOUT, ERROR, WAITING or EXPIRED.</summary>
    public required string State { get; init; }

    /// <summary>The run's own arguments.</summary>
    public IReadOnlyDictionary<string, string> Argument { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>The arguments that name a secret: its ARN, and a key after <c>#</c>.</summary>
    public IReadOnlyDictionary<string, string> SecretArgument { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>When it started.</summary>
    public DateTime? StartedOn { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTime? CompletedOn { get; init; }

    /// <summary>From start to end, or until now while it runs; null if it has ended, and the service does not say when.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The type of its workers.</summary>
    public string? WorkerType { get; init; }

    /// <summary>The number of workers.</summary>
    public int? NumberOfWorkers { get; init; }

    /// <summary>Why it failed.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The stem of its log groups; the streams are named after the run.</summary>
    public string? LogGroup { get; init; }

    /// <summary>True if nothing more will happen.</summary>
    public bool IsEnded => s_ended.Contains(State);

    /// <summary>Shows the id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}
