using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of GetTemporaryDataLocationCredentials.</summary>
public partial class GetTemporaryDataLocationCredentialsResponse : AmazonWebServiceResponse
{
    /// <summary>The credentials.</summary>
    public TemporaryCredentials Credentials { get; set; }

    /// <summary>The accessible data locations.</summary>
    public List<string> AccessibleDataLocations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The credentials scope.</summary>
    public CredentialsScope CredentialsScope { get; set; }
}
