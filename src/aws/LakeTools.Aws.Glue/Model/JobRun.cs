namespace Amazon.Glue.Model;

/// <summary>The shape JobRun of AWS Glue.</summary>
public partial class JobRun
{
    /// <summary>The id. 1 to 255 characters.</summary>
    public string Id { get; set; }

    /// <summary>The attempt.</summary>
    public int? Attempt { get; set; }

    /// <summary>The previous run id. 1 to 255 characters.</summary>
    public string PreviousRunId { get; set; }

    /// <summary>The trigger name. 1 to 255 characters.</summary>
    public string TriggerName { get; set; }

    /// <summary>The job name. 1 to 255 characters.</summary>
    public string JobName { get; set; }

    /// <summary>The job mode.</summary>
    public JobMode JobMode { get; set; }

    /// <summary>The flag JobRunQueuingEnabled.</summary>
    public bool? JobRunQueuingEnabled { get; set; }

    /// <summary>The started on. UTC.</summary>
    public DateTime? StartedOn { get; set; }

    /// <summary>The last modified on. UTC.</summary>
    public DateTime? LastModifiedOn { get; set; }

    /// <summary>The completed on. UTC.</summary>
    public DateTime? CompletedOn { get; set; }

    /// <summary>The job run state.</summary>
    public JobRunState JobRunState { get; set; }

    /// <summary>The arguments.</summary>
    public Dictionary<string, string> Arguments { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The error message.</summary>
    public string ErrorMessage { get; set; }

    /// <summary>The predecessor runs.</summary>
    public List<Predecessor> PredecessorRuns { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The allocated capacity. Deprecated by the service.</summary>
    public int? AllocatedCapacity { get; set; }

    /// <summary>The execution time.</summary>
    public int? ExecutionTime { get; set; }

    /// <summary>The timeout. 1 or more.</summary>
    public int? Timeout { get; set; }

    /// <summary>The max capacity.</summary>
    public double? MaxCapacity { get; set; }

    /// <summary>The worker type.</summary>
    public WorkerType WorkerType { get; set; }

    /// <summary>The number of workers.</summary>
    public int? NumberOfWorkers { get; set; }

    /// <summary>The security configuration. 1 to 255 characters.</summary>
    public string SecurityConfiguration { get; set; }

    /// <summary>The log group name.</summary>
    public string LogGroupName { get; set; }

    /// <summary>The notification property.</summary>
    public NotificationProperty NotificationProperty { get; set; }

    /// <summary>The glue version. 1 to 255 characters.</summary>
    public string GlueVersion { get; set; }

    /// <summary>The DPU seconds.</summary>
    public double? DPUSeconds { get; set; }

    /// <summary>The execution class.</summary>
    public ExecutionClass ExecutionClass { get; set; }

    /// <summary>The maintenance window.</summary>
    public string MaintenanceWindow { get; set; }

    /// <summary>The profile name. 1 to 255 characters.</summary>
    public string ProfileName { get; set; }

    /// <summary>The state detail. At most 400000 characters.</summary>
    public string StateDetail { get; set; }

    /// <summary>The execution role session policy. 2 to 2048 characters.</summary>
    public string ExecutionRoleSessionPolicy { get; set; }
}
