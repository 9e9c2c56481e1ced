namespace LakeTools.Core.Jobs.Properties;

/// <summary>A job to be made.</summary>
public sealed record NewJob
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The role: an ARN, a name, or <c>role/name</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The script in S3.</summary>
    public required string ScriptLocation { get; init; }

    /// <summary>pythonshell, glueetl or gluestreaming.</summary>
    public required string Command { get; init; }

    /// <summary>Python's version; the command's usual one if null.</summary>
    public string? PythonVersion { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>Glue's version.</summary>
    public string? GlueVersion { get; init; }

    /// <summary>The workers' type.</summary>
    public string? WorkerType { get; init; }

    /// <summary>The number of workers.</summary>
    public int? NumberOfWorkers { get; init; }

    /// <summary>Data processing units, where there are no workers.</summary>
    public double? MaxCapacity { get; init; }

    /// <summary>Arguments of every run, with their dashes.</summary>
    public IReadOnlyDictionary<string, string> DefaultArguments { get; init; } = new Dictionary<string, string>();

    /// <summary>The number of retries of a failed run.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>Minutes after which a run is ended.</summary>
    public int? Timeout { get; init; }

    /// <summary>The maximum number of concurrent runs.</summary>
    public int? MaxConcurrentRuns { get; init; }

    /// <summary>The connections that its runs reach their sources by.</summary>
    public IReadOnlyList<string>? GlueConnectionName { get; init; }

    /// <summary>STANDARD or FLEX.</summary>
    public string? ExecutionClass { get; init; }

    /// <summary>The security configuration.</summary>
    public string? SecurityConfiguration { get; init; }

    /// <summary>Arguments that no run overrides, with their dashes.</summary>
    public IReadOnlyDictionary<string, string>? NonOverridableArguments { get; init; }

    /// <summary>True to let runs beyond the limits wait.</summary>
    public bool? JobRunQueuing { get; init; }

    /// <summary>Minutes after which Glue notifies of a run that has not ended.</summary>
    public int? NotifyDelayMinutes { get; init; }

    /// <summary>When Glue may restart a streaming job: <c>Sun:23</c>, in UTC.</summary>
    public string? MaintenanceWindow { get; init; }

    /// <summary>Tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
