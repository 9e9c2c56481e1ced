using System.Management.Automation;
using LakeTools.Cmdlets.Connection;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Deletes copies of a secret in other Regions, or makes one a secret of its own.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeSecretReplica", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = RegionSet)]
public sealed class RemoveLakeSecretReplicaCommand : SecretCmdlet, IForceable
{
    private const string RegionSet = "Region";
    private const string DetachSet = "Detach";

    /// <summary>The Regions whose copies are deleted.</summary>
    [Parameter(ParameterSetName = RegionSet, Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] Region { get; set; } = [];

    /// <summary>Keeps the copy as a secret of its own. Takes a connection to the copy's Region.</summary>
    [Parameter(ParameterSetName = DetachSet, Mandatory = true)]
    public SwitchParameter Detach { get; set; }

    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override string Action =>
        Detach ? "Detach the replica as a separate secret" : $"Delete the secret's copies in {string.Join(", ", Region)}";

    /// <inheritdoc/>
    protected override Task ProcessSecretAsync(string? id, CancellationToken cancellationToken) => Detach
        ? new SecretReplicaService(Lake).DetachAsync(id, cancellationToken)
        : new SecretReplicaService(Lake).RemoveAsync(id, Region, cancellationToken);
}
