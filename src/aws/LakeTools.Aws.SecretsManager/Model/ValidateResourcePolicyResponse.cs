using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The answer of ValidateResourcePolicy.</summary>
public partial class ValidateResourcePolicyResponse : AmazonWebServiceResponse
{
    /// <summary>The flag PolicyValidationPassed.</summary>
    public bool? PolicyValidationPassed { get; set; }

    /// <summary>The validation errors.</summary>
    public List<ValidationErrorsEntry> ValidationErrors { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
