namespace Amazon.Glue.Model;

/// <summary>The shape Predecessor of AWS Glue.</summary>
public partial class Predecessor
{
    /// <summary>The job name. 1 to 255 characters.</summary>
    public string JobName { get; set; }

    /// <summary>The run id. 1 to 255 characters.</summary>
    public string RunId { get; set; }
}
