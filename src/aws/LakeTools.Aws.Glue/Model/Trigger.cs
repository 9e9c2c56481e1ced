namespace Amazon.Glue.Model;

/// <summary>The shape Trigger of AWS Glue.</summary>
public partial class Trigger
{
    /// <summary>The name. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The workflow name. 1 to 255 characters.</summary>
    public string WorkflowName { get; set; }

    /// <summary>The id. 1 to 255 characters.</summary>
    public string Id { get; set; }

    /// <summary>The type.</summary>
    public TriggerType Type { get; set; }

    /// <summary>The state.</summary>
    public TriggerState State { get; set; }

    /// <summary>The description. At most 2048 characters.</summary>
    public string Description { get; set; }

    /// <summary>The schedule.</summary>
    public string Schedule { get; set; }

    /// <summary>The actions.</summary>
    public List<Action> Actions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The predicate.</summary>
    public Predicate Predicate { get; set; }

    /// <summary>The event batching condition.</summary>
    public EventBatchingCondition EventBatchingCondition { get; set; }
}
