namespace Amazon.Glue.Model;

/// <summary>The shape BatchStopJobRunSuccessfulSubmission of AWS Glue.</summary>
public partial class BatchStopJobRunSuccessfulSubmission
{
    /// <summary>The job name. 1 to 255 characters.</summary>
    public string JobName { get; set; }

    /// <summary>The job run id. 1 to 255 characters.</summary>
    public string JobRunId { get; set; }
}
