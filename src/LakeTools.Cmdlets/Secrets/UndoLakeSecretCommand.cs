using System.Management.Automation;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Makes the previous version of a secret current, or a specified version.</para>
/// </summary>
[Cmdlet(VerbsCommon.Undo, "LakeSecret", SupportsShouldProcess = true)]
[OutputType(typeof(LakeSecretInfo))]
public sealed class UndoLakeSecretCommand : SecretCmdlet
{
    /// <summary>The version to go back to. Default: the one labelled AWSPREVIOUS.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SecretVersionCompleter))]
    public string? VersionId { get; set; }

    /// <summary>Returns the metadata of the secret after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override string Action => VersionId is null ? "Make the previous version current" : $"Make version {VersionId} current";

    /// <inheritdoc/>
    protected override async Task ProcessSecretAsync(string? id, CancellationToken cancellationToken)
    {
        await new SecretVersionService(Lake).UndoAsync(id, VersionId, cancellationToken).ConfigureAwait(false);
        if (!PassThru) return;
        var changed = new SecretService(Lake).Written(id!, $"Another version of the secret '{id}' was made current");
        WriteObject(await changed.ReadAsync(cancellationToken).ConfigureAwait(false));
    }
}
