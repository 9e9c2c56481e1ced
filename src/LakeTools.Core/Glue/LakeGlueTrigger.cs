using LakeTools.Core.Glue;
using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>A trigger, which starts jobs and crawlers.</summary>
public sealed record LakeGlueTrigger
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>SCHEDULED, CONDITIONAL, ON_DEMAND or EVENT.</summary>
    public string? Type { get; init; }

    /// <summary>Whether it is on: CREATED, ACTIVATED, DEACTIVATED, and those between.</summary>
    public string? State { get; init; }

    /// <summary>When it starts them, in UTC: <c>cron(15 12 * * ? *)</c>.</summary>
    public string? Schedule { get; init; }

    /// <summary>The jobs that it starts.</summary>
    public IReadOnlyList<string> JobName { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>The crawlers that it starts.</summary>
    public IReadOnlyList<string> CrawlerName { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>The arguments that its jobs get.</summary>
    public IReadOnlyDictionary<string, string> Argument { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>The conditions, such as <c>job load is SUCCEEDED</c>.</summary>
    public IReadOnlyList<string> Condition { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>AND where all conditions must hold, ANY where one is enough; null without conditions.</summary>
    public string? Logical { get; init; }

    /// <summary>The number of events that start it; null if it waits for none.</summary>
    public int? EventBatchSize { get; init; }

    /// <summary>Seconds after which fewer events start it.</summary>
    public int? EventBatchWindow { get; init; }

    /// <summary>The workflow that it is part of.</summary>
    public string? WorkflowName { get; init; }

    /// <summary>What it starts, as Glue has it.</summary>
    internal IReadOnlyList<Amazon.Glue.Model.Action> Actions { get; init; } = [];

    /// <summary>All that it starts.</summary>
    internal IReadOnlyList<TriggerStart> Start { get; init; } = [];

    /// <summary>The jobs that must have ended, each with its state.</summary>
    internal IReadOnlyList<(string Name, string? State)> AfterJob { get; init; } = [];

    /// <summary>The crawlers that must have ended, each with its state.</summary>
    internal IReadOnlyList<(string Name, string? State)> AfterCrawler { get; init; } = [];

    /// <summary>True if jobs have different arguments.</summary>
    internal bool HasOwnArguments { get; init; }

    /// <summary>The names of what the trigger has and this version does not know.</summary>
    internal IReadOnlyList<string> Unknown { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>The settings of what it starts that no property shows.</summary>
    internal IReadOnlyList<string> Further { get; init; } = [];

    /// <summary>Shows the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
