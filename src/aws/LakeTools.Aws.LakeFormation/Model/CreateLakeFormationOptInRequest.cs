using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of CreateLakeFormationOptIn.</summary>
public partial class CreateLakeFormationOptInRequest : AmazonLakeFormationRequest
{
    /// <summary>The principal. Required.</summary>
    public DataLakePrincipal Principal { get; set; }

    /// <summary>The resource. Required.</summary>
    public Resource Resource { get; set; }

    /// <summary>The condition.</summary>
    public Condition Condition { get; set; }
}
