namespace LakeTools.Core.Glue;

/// <summary>A trigger to make, or what to change of one; what is null stays as it is.</summary>
public sealed record TriggerChange
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>SCHEDULED, CONDITIONAL, ON_DEMAND or EVENT; of a new one only.</summary>
    public string? Type { get; init; }

    /// <summary>When it starts.</summary>
    public string? Schedule { get; init; }

    /// <summary>The jobs that it starts.</summary>
    public IReadOnlyList<string>? JobName { get; init; }

    /// <summary>The crawlers that it starts.</summary>
    public IReadOnlyList<string>? CrawlerName { get; init; }

    /// <summary>The arguments of its jobs, with their dashes.</summary>
    public IReadOnlyDictionary<string, string>? Arguments { get; init; }

    /// <summary>All that it starts: jobs, each with its arguments, and crawlers.</summary>
    internal IReadOnlyList<TriggerStart>? Start { get; init; }

    /// <summary>The jobs that must have ended.</summary>
    public IReadOnlyList<string>? AfterJobName { get; init; }

    /// <summary>The crawlers that must have ended.</summary>
    public IReadOnlyList<string>? AfterCrawlerName { get; init; }

    /// <summary>The state in which they must have ended; SUCCEEDED if null.</summary>
    public string? AfterState { get; init; }

    /// <summary>True if the end of one is enough.</summary>
    public bool? Any { get; init; }

    /// <summary>All conditions, as a trigger shows them, such as <c>job load is SUCCEEDED</c>.</summary>
    public IReadOnlyList<string>? Condition { get; init; }

    /// <summary>The number of events that start it.</summary>
    public int? EventBatchSize { get; init; }

    /// <summary>Seconds after which fewer events start it.</summary>
    public int? EventBatchWindow { get; init; }

    /// <summary>The workflow that it is part of; of a new one only.</summary>
    public string? WorkflowName { get; init; }

    /// <summary>True to turn a new one on.</summary>
    public bool StartOnCreation { get; init; }

    /// <summary>The description. Empty removes it.</summary>
    public string? Description { get; init; }

    /// <summary>Tags to set; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?>? Tags { get; init; }
}
