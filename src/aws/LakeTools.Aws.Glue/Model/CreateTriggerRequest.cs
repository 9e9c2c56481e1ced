using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of CreateTrigger.</summary>
public partial class CreateTriggerRequest : AmazonGlueRequest
{
    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The workflow name. 1 to 255 characters.</summary>
    public string WorkflowName { get; set; }

    /// <summary>The type. Required.</summary>
    public TriggerType Type { get; set; }

    /// <summary>The schedule.</summary>
    public string Schedule { get; set; }

    /// <summary>The predicate.</summary>
    public Predicate Predicate { get; set; }

    /// <summary>The actions. Required.</summary>
    public List<Action> Actions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The description. At most 2048 characters.</summary>
    public string Description { get; set; }

    /// <summary>The flag StartOnCreation.</summary>
    public bool? StartOnCreation { get; set; }

    /// <summary>The tags. At most 50 entries.</summary>
    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The event batching condition.</summary>
    public EventBatchingCondition EventBatchingCondition { get; set; }
}
