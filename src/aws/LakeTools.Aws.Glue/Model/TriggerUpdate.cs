namespace Amazon.Glue.Model;

/// <summary>The shape TriggerUpdate of AWS Glue.</summary>
public partial class TriggerUpdate
{
    /// <summary>The name. 1 to 255 characters.</summary>
    public string Name { get; set; }

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
