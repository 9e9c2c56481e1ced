using Amazon.Runtime;

namespace Amazon.PowerShell.Common;

/// <summary>The shape of what AWS.Tools keeps in $StoredAWSCredentials.</summary>
internal sealed class AWSPSCredentials(AWSCredentials credentials)
{
    internal AWSCredentials Credentials { get; } = credentials;
}
