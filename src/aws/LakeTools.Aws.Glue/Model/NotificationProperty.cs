namespace Amazon.Glue.Model;

/// <summary>The shape NotificationProperty of AWS Glue.</summary>
public partial class NotificationProperty
{
    /// <summary>The notify delay after. 1 or more.</summary>
    public int? NotifyDelayAfter { get; set; }
}
