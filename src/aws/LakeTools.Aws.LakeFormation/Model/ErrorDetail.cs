namespace Amazon.LakeFormation.Model;

/// <summary>The shape ErrorDetail of AWS Lake Formation.</summary>
public partial class ErrorDetail
{
    /// <summary>The error code. 1 to 255 characters.</summary>
    public string ErrorCode { get; set; }

    /// <summary>The error message. At most 2048 characters.</summary>
    public string ErrorMessage { get; set; }
}
