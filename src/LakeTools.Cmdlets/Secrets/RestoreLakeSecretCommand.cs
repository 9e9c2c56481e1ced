using System.Management.Automation;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Takes back the deletion of a secret while its recovery window is open.</para>
/// </summary>
[Cmdlet(VerbsData.Restore, "LakeSecret", SupportsShouldProcess = true)]
[OutputType(typeof(LakeSecretInfo))]
public sealed class RestoreLakeSecretCommand : SecretCmdlet
{
    /// <summary>Returns what is known of the secret afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override string Action => "Take back the deletion of the secret";

    /// <inheritdoc/>
    protected override async Task ProcessSecretAsync(string? id, CancellationToken cancellationToken)
    {
        var restored = await new SecretService(Lake).RestoreAsync(id, cancellationToken).ConfigureAwait(false);
        if (PassThru) WriteObject(restored);
    }
}
