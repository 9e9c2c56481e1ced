using LakeTools.Local.Api;
using LakeTools.Local.Store;

namespace LakeTools.Local.SecretsManager;

/// <summary>AWS Secrets Manager (json 1.1, version 2017-10-17). Other regions and rotation functions are records.</summary>
internal sealed class SecretsManagerApi : JsonApi
{
    public SecretsManagerApi()
    {
        Write("CreateSecret", SecretLifecycle.Create);
        Write("UpdateSecret", SecretLifecycle.Update);
        Read("DescribeSecret", SecretLifecycle.Describe);
        Write("DeleteSecret", SecretLifecycle.Delete);
        Write("RestoreSecret", SecretLifecycle.Restore);
        Write("TagResource", SecretTags.Tag);
        Write("UntagResource", SecretTags.Untag);
        Write("PutSecretValue", SecretVersions.Put);
        Read("GetSecretValue", SecretVersions.Get); // notes the day of the read
        Read("BatchGetSecretValue", SecretVersions.GetMany);
        Read("ListSecretVersionIds", SecretVersions.List);
        Write("UpdateSecretVersionStage", SecretVersions.MoveStage);
        Read("ListSecrets", SecretListing.List);
        Write("PutResourcePolicy", SecretPolicies.Put);
        Read("GetResourcePolicy", SecretPolicies.Get);
        Write("DeleteResourcePolicy", SecretPolicies.Delete);
        Read("ValidateResourcePolicy", SecretPolicies.Validate);
        Read("GetRandomPassword", RandomPassword.Get);
        Write("RotateSecret", SecretRotation.Rotate);
        Write("CancelRotateSecret", SecretRotation.Cancel);
        Write("ReplicateSecretToRegions", SecretReplicas.Add);
        Write("RemoveRegionsFromReplication", SecretReplicas.Remove);
        Write("StopReplicationToReplica", SecretReplicas.Detach);
    }

    public override string Service => "secretsmanager";

    public override StorePart Part => SecretTables.Part;
}
