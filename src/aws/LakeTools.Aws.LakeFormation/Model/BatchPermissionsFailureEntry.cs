namespace Amazon.LakeFormation.Model;

/// <summary>The shape BatchPermissionsFailureEntry of AWS Lake Formation.</summary>
public partial class BatchPermissionsFailureEntry
{
    /// <summary>The request entry.</summary>
    public BatchPermissionsRequestEntry RequestEntry { get; set; }

    /// <summary>The error.</summary>
    public ErrorDetail Error { get; set; }
}
