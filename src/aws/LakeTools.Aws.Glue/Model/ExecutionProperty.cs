namespace Amazon.Glue.Model;

/// <summary>The shape ExecutionProperty of AWS Glue.</summary>
public partial class ExecutionProperty
{
    /// <summary>The max concurrent runs.</summary>
    public int? MaxConcurrentRuns { get; set; }
}
