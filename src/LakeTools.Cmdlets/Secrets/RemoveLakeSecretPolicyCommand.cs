using System.Management.Automation;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Removes the resource policy of a secret.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeSecretPolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveLakeSecretPolicyCommand : SecretCmdlet, IForceable
{
    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override string Action => "Remove the secret's resource policy";

    /// <inheritdoc/>
    protected override Task ProcessSecretAsync(string? id, CancellationToken cancellationToken) =>
        new SecretPolicyService(Lake).RemoveAsync(id, cancellationToken);
}
