using System.Management.Automation;
using LakeTools.Cmdlets.Connection;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Copies a secret to other Regions, where the service keeps it in step.</para>
/// </summary>
[Cmdlet(VerbsCommon.Add, "LakeSecretReplica", SupportsShouldProcess = true)]
[OutputType(typeof(LakeSecretReplica))]
public sealed class AddLakeSecretReplicaCommand : SecretCmdlet
{
    /// <summary>The Regions that get a copy.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] Region { get; set; } = [];

    /// <summary>The KMS key that encrypts the copies: id, ARN or alias. Default: the Regions' aws/secretsmanager.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KmsKeyId { get; set; }

    /// <summary>Replaces secrets of the same name in those Regions.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the copies.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override string Action => $"Copy the secret to {string.Join(", ", Region)}";

    /// <inheritdoc/>
    protected override async Task ProcessSecretAsync(string? id, CancellationToken cancellationToken)
    {
        var replicas = await new SecretReplicaService(Lake).AddAsync(id, Region, KmsKeyId, Force, cancellationToken).ConfigureAwait(false);
        foreach (var replica in replicas)
        {
            if (SecretReplicaService.Failure(replica) is { } failure) WriteFailure(failure);
            else if (PassThru) WriteObject(replica);
        }
    }
}
