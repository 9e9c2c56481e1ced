namespace Amazon.SecretsManager.Model;

/// <summary>The shape APIErrorType of AWS Secrets Manager.</summary>
public partial class APIErrorType
{
    /// <summary>The secret id. 1 to 2048 characters.</summary>
    public string SecretId { get; set; }

    /// <summary>The error code.</summary>
    public string ErrorCode { get; set; }

    /// <summary>The message.</summary>
    public string Message { get; set; }
}
