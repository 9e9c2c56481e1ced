namespace Amazon.Glue.Model;

/// <summary>The shape EventBatchingCondition of AWS Glue.</summary>
public partial class EventBatchingCondition
{
    /// <summary>The batch size. Required. 1 to 100.</summary>
    public int? BatchSize { get; set; }

    /// <summary>The batch window. 1 to 900.</summary>
    public int? BatchWindow { get; set; }
}
