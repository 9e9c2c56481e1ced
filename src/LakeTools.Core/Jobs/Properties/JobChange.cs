namespace LakeTools.Core.Jobs.Properties;

/// <summary>The changes of a job. Null means no change.</summary>
public sealed record JobChange
{
    /// <summary>The job's name.</summary>
    public required string Name { get; init; }

    /// <summary>The role: an ARN, a name, or <c>role/name</c>.</summary>
    public string? Role { get; init; }

    /// <summary>The kind of job: <c>glueetl</c>, <c>gluestreaming</c> or <c>pythonshell</c>.</summary>
    public string? Command { get; init; }

    /// <summary>The script in S3.</summary>
    public string? ScriptLocation { get; init; }

    /// <summary>Python's version.</summary>
    public string? PythonVersion { get; init; }

    /// <summary>The description. Empty removes it.</summary>
    public string? Description { get; init; }

    /// <summary>Glue's version.</summary>
    public string? GlueVersion { get; init; }

    /// <summary>The workers' type; takes the place of a capacity.</summary>
    public string? WorkerType { get; init; }

    /// <summary>The number of workers; replaces a capacity.</summary>
    public int? NumberOfWorkers { get; init; }

    /// <summary>Data processing units; take the place of workers.</summary>
    public double? MaxCapacity { get; init; }

    /// <summary>Arguments of every run, with their dashes, to set; a null value removes one. Others stay.</summary>
    public IReadOnlyDictionary<string, string?>? DefaultArguments { get; init; }

    /// <summary>The number of retries of a failed run.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>Minutes after which a run is ended.</summary>
    public int? Timeout { get; init; }

    /// <summary>The maximum number of concurrent runs.</summary>
    public int? MaxConcurrentRuns { get; init; }

    /// <summary>The Glue connections that its runs use; empty removes them.</summary>
    public IReadOnlyList<string>? GlueConnectionName { get; init; }

    /// <summary>STANDARD or FLEX.</summary>
    public string? ExecutionClass { get; init; }

    /// <summary>The security configuration; empty removes it.</summary>
    public string? SecurityConfiguration { get; init; }

    /// <summary>Arguments that no run overrides, with their dashes; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?>? NonOverridableArguments { get; init; }

    /// <summary>True to let runs beyond the limits wait.</summary>
    public bool? JobRunQueuing { get; init; }

    /// <summary>Minutes after which Glue notifies of a run that has not ended.</summary>
    public int? NotifyDelayMinutes { get; init; }

    /// <summary>When Glue may restart a streaming job: <c>Sun:23</c>, in UTC; empty takes the window away.</summary>
    public string? MaintenanceWindow { get; init; }

    /// <summary>Tags to set. A null value removes one. Others are kept.</summary>
    public IReadOnlyDictionary<string, string?>? Tags { get; init; }
}
