namespace Amazon.Glue.Model;

/// <summary>The shape Job of AWS Glue.</summary>
public partial class Job
{
    /// <summary>The name. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The job mode.</summary>
    public JobMode JobMode { get; set; }

    /// <summary>The flag JobRunQueuingEnabled.</summary>
    public bool? JobRunQueuingEnabled { get; set; }

    /// <summary>The description. At most 2048 characters.</summary>
    public string Description { get; set; }

    /// <summary>The log uri.</summary>
    public string LogUri { get; set; }

    /// <summary>The role.</summary>
    public string Role { get; set; }

    /// <summary>The created on. UTC.</summary>
    public DateTime? CreatedOn { get; set; }

    /// <summary>The last modified on. UTC.</summary>
    public DateTime? LastModifiedOn { get; set; }

    /// <summary>The execution property.</summary>
    public ExecutionProperty ExecutionProperty { get; set; }

    /// <summary>The command.</summary>
    public JobCommand Command { get; set; }

    /// <summary>The default arguments.</summary>
    public Dictionary<string, string> DefaultArguments { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The non overridable arguments.</summary>
    public Dictionary<string, string> NonOverridableArguments { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The connections.</summary>
    public ConnectionsList Connections { get; set; }

    /// <summary>The max retries.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>The allocated capacity. Deprecated by the service.</summary>
    public int? AllocatedCapacity { get; set; }

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

    /// <summary>The notification property.</summary>
    public NotificationProperty NotificationProperty { get; set; }

    /// <summary>The glue version. 1 to 255 characters.</summary>
    public string GlueVersion { get; set; }

    /// <summary>CodeGenConfigurationNodes, the graph of a visual job.</summary>
    public Dictionary<string, CodeGenConfigurationNode> CodeGenConfigurationNodes { get; set; } =
        AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The execution class.</summary>
    public ExecutionClass ExecutionClass { get; set; }

    /// <summary>The source control details.</summary>
    public SourceControlDetails SourceControlDetails { get; set; }

    /// <summary>The maintenance window.</summary>
    public string MaintenanceWindow { get; set; }

    /// <summary>The profile name. 1 to 255 characters.</summary>
    public string ProfileName { get; set; }
}
