namespace Amazon.Glue.Model;

/// <summary>The shape TableStatus of AWS Glue.</summary>
public partial class TableStatus
{
    /// <summary>The requested by. 1 to 255 characters.</summary>
    public string RequestedBy { get; set; }

    /// <summary>The updated by. 1 to 255 characters.</summary>
    public string UpdatedBy { get; set; }

    /// <summary>The request time. UTC.</summary>
    public DateTime? RequestTime { get; set; }

    /// <summary>The update time. UTC.</summary>
    public DateTime? UpdateTime { get; set; }

    /// <summary>The action.</summary>
    public ResourceAction Action { get; set; }

    /// <summary>The state.</summary>
    public ResourceState State { get; set; }

    /// <summary>The error.</summary>
    public ErrorDetail Error { get; set; }

    /// <summary>The details.</summary>
    public StatusDetails Details { get; set; }
}
