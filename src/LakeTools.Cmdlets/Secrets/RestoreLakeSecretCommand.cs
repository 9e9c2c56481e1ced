using System.Management.Automation;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Cancels the deletion of a secret during its recovery window.</para>
/// </summary>
[Cmdlet(VerbsData.Restore, "LakeSecret", SupportsShouldProcess = true)]
[OutputType(typeof(LakeSecretInfo))]
public sealed class RestoreLakeSecretCommand : SecretCmdlet
{
    /// <summary>Returns the metadata of the secret after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override string Action => "Take back the deletion of the secret";

    /// <inheritdoc/>
    protected override async Task ProcessSecretAsync(string? id, CancellationToken cancellationToken)
    {
        var restored = await new SecretService(Lake).RestoreAsync(id, cancellationToken).ConfigureAwait(false);
        if (PassThru) WriteObject(await restored.ReadAsync(cancellationToken).ConfigureAwait(false));
    }
}
