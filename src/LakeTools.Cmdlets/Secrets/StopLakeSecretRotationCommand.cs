using System.Management.Automation;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Disables the rotation of a secret, and cancels a rotation in progress.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Stop, "LakeSecretRotation", SupportsShouldProcess = true)]
[OutputType(typeof(LakeSecretInfo))]
public sealed class StopLakeSecretRotationCommand : SecretCmdlet
{
    /// <summary>
    /// Takes the label AWSPENDING from the version that a rotation left behind, which otherwise blocks the next rotation.
    /// </summary>
    [Parameter]
    public SwitchParameter RemovePending { get; set; }

    /// <summary>Returns the metadata of the secret after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override string Action => "Turn the secret's rotation off";

    /// <inheritdoc/>
    protected override async Task ProcessSecretAsync(string? id, CancellationToken cancellationToken)
    {
        await new SecretRotationService(Lake).StopAsync(id, RemovePending, cancellationToken).ConfigureAwait(false);
        if (!PassThru) return;
        var changed = new SecretService(Lake).Written(id!, $"The rotation of the secret '{id}' was turned off");
        WriteObject(await changed.ReadAsync(cancellationToken).ConfigureAwait(false));
    }
}
