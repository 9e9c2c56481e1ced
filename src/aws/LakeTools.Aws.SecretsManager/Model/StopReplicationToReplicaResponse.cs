using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The answer of StopReplicationToReplica.</summary>
public partial class StopReplicationToReplicaResponse : AmazonWebServiceResponse
{
    /// <summary>The ARN. 20 to 2048 characters.</summary>
    public string ARN { get; set; }
}
