using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of StartJobRun.</summary>
public partial class StartJobRunRequest : AmazonGlueRequest
{
    /// <summary>The job name. Required. 1 to 255 characters.</summary>
    public string JobName { get; set; }

    /// <summary>The flag JobRunQueuingEnabled.</summary>
    public bool? JobRunQueuingEnabled { get; set; }

    /// <summary>The job run id. 1 to 255 characters.</summary>
    public string JobRunId { get; set; }

    /// <summary>The arguments.</summary>
    public Dictionary<string, string> Arguments { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The allocated capacity. Deprecated by the service.</summary>
    public int? AllocatedCapacity { get; set; }

    /// <summary>The timeout. 1 or more.</summary>
    public int? Timeout { get; set; }

    /// <summary>The max capacity.</summary>
    public double? MaxCapacity { get; set; }

    /// <summary>The security configuration. 1 to 255 characters.</summary>
    public string SecurityConfiguration { get; set; }

    /// <summary>The notification property.</summary>
    public NotificationProperty NotificationProperty { get; set; }

    /// <summary>The worker type.</summary>
    public WorkerType WorkerType { get; set; }

    /// <summary>The number of workers.</summary>
    public int? NumberOfWorkers { get; set; }

    /// <summary>The execution class.</summary>
    public ExecutionClass ExecutionClass { get; set; }

    /// <summary>The execution role session policy. 2 to 2048 characters.</summary>
    public string ExecutionRoleSessionPolicy { get; set; }
}
