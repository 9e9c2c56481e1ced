namespace Amazon.SecretsManager.Model;

/// <summary>The shape RotationRulesType of AWS Secrets Manager.</summary>
public partial class RotationRulesType
{
    /// <summary>The automatically after days. 1 to 1000.</summary>
    public long? AutomaticallyAfterDays { get; set; }

    /// <summary>The duration. 2 to 3 characters.</summary>
    public string Duration { get; set; }

    /// <summary>The schedule expression. 1 to 256 characters.</summary>
    public string ScheduleExpression { get; set; }
}
