using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>A Glue job. Times are local.</summary>
public sealed record LakeJob
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The command that runs it: <c>pythonshell</c>, <c>glueetl</c> or <c>gluestreaming</c>.</summary>
    public string? Command { get; init; }

    /// <summary>The script's address in S3.</summary>
    public string? ScriptLocation { get; init; }

    /// <summary>Python's version.</summary>
    public string? PythonVersion { get; init; }

    /// <summary>The role that it runs as: a name or ARN.</summary>
    public string? Role { get; init; }

    /// <summary>Glue's version.</summary>
    public string? GlueVersion { get; init; }

    /// <summary>The type of its workers.</summary>
    public string? WorkerType { get; init; }

    /// <summary>The number of workers.</summary>
    public int? NumberOfWorkers { get; init; }

    /// <summary>Data processing units, where no workers are named.</summary>
    public double? MaxCapacity { get; init; }

    /// <summary>The arguments that every run gets.</summary>
    public IReadOnlyDictionary<string, string> DefaultArgument { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>The number of retries of a failed run.</summary>
    public int MaxRetries { get; init; }

    /// <summary>Minutes after which a run is ended.</summary>
    public int? Timeout { get; init; }

    /// <summary>The maximum number of concurrent runs.</summary>
    public int? MaxConcurrentRuns { get; init; }

    /// <summary>The connections that its runs reach their sources by.</summary>
    public IReadOnlyList<string> GlueConnectionName { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>STANDARD, or FLEX for work that may wait for spare capacity; null if Glue does not say.</summary>
    public string? ExecutionClass { get; init; }

    /// <summary>The security configuration.</summary>
    public string? SecurityConfiguration { get; init; }

    /// <summary>Arguments that no run overrides.</summary>
    public IReadOnlyDictionary<string, string> NonOverridableArgument { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>True if runs beyond the limits wait, and are not refused.</summary>
    public bool JobRunQueuing { get; init; }

    /// <summary>Minutes after which Glue notifies of a run that has not ended.</summary>
    public int? NotifyDelayMinutes { get; init; }

    /// <summary>When Glue may restart a streaming job: <c>Sun:23</c>, in UTC.</summary>
    public string? MaintenanceWindow { get; init; }

    /// <summary>Its tags; null if they were not requested.</summary>
    public IReadOnlyDictionary<string, string>? Tag { get; init => field = Listed.Of(value); }

    /// <summary>The settings that no property has.</summary>
    internal IReadOnlyList<string> Further { get; init; } = [];

    /// <summary>When it was created.</summary>
    public DateTime? CreatedOn { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTime? LastModifiedOn { get; init; }

    /// <summary>Shows the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
