namespace LakeTools.Core.Jobs.Properties;

/// <summary>The options for the start of a run.</summary>
public sealed record JobStart
{
    /// <summary>The job.</summary>
    public required string Name { get; init; }

    /// <summary>Arguments with their dashes; they replace the job's own of the same names.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();

    /// <summary>Arguments with their dashes whose values name secrets: <c>name</c>, <c>name#key</c>, or the same with an ARN.</summary>
    public IReadOnlyDictionary<string, string> SecretArguments { get; init; } = new Dictionary<string, string>();

    /// <summary>The workers' type for this run.</summary>
    public string? WorkerType { get; init; }

    /// <summary>The number of workers for this run.</summary>
    public int? NumberOfWorkers { get; init; }

    /// <summary>Minutes after which this run is ended.</summary>
    public int? Timeout { get; init; }
}
