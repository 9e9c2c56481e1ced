namespace Amazon.Glue.Model;

/// <summary>The shape Schedule of AWS Glue.</summary>
public partial class Schedule
{
    /// <summary>The schedule expression.</summary>
    public string ScheduleExpression { get; set; }

    /// <summary>The state.</summary>
    public ScheduleState State { get; set; }
}
