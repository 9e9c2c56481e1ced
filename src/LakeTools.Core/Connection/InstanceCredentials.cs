using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using LakeTools.Core.Connection.Profiles;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Connection;

/// <summary>The credentials of the role of an EC2 instance. The SDK reads them at the first request, and renews them.</summary>
internal sealed class InstanceCredentials : AWSCredentials
{
    // The SDK's class is internal, but roles of profiles expose it as their source.
    private static readonly Lazy<AWSCredentials> s_ofSdk = new(() =>
    {
        var profile = new CredentialProfileOptions { RoleArn = "any", CredentialSource = "Ec2InstanceMetadata" };
        var role = AWSCredentialsFactory.GetAWSCredentials(profile, new CredentialProfileStoreChain());
        return ((AssumeRoleAWSCredentials)role).SourceCredentials;
    });

    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials()
    {
        try
        {
            return s_ofSdk.Value.GetCredentials();
        }
        catch (Exception error) when (error is AmazonServiceException or AmazonClientException)
        {
            throw Fault.CredentialsNotFound(null, ProfileStore.NameInUse, inner: error);
        }
    }
}
