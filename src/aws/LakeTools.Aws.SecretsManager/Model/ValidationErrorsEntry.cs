namespace Amazon.SecretsManager.Model;

/// <summary>The shape ValidationErrorsEntry of AWS Secrets Manager.</summary>
public partial class ValidationErrorsEntry
{
    /// <summary>The check name. 1 to 512 characters.</summary>
    public string CheckName { get; set; }

    /// <summary>The error message.</summary>
    public string ErrorMessage { get; set; }
}
