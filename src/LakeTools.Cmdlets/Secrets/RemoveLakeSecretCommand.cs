using System.Management.Automation;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Deletes a secret: at the end of a recovery window, or at once with -Force.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeSecret", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = WindowSet)]
public sealed class RemoveLakeSecretCommand : SecretCmdlet, IForceable
{
    private const string WindowSet = "Window";
    private const string ForceSet = "Force";

    /// <summary>The number of days in which the secret can still be restored, 7 to 30. Default: 30.</summary>
    [Parameter(ParameterSetName = WindowSet)]
    [ValidateRange(7, 30)]
    public int? RecoveryDays { get; set; }

    /// <summary>Deletes immediately and permanently, without a prompt.</summary>
    [Parameter(ParameterSetName = ForceSet, Mandatory = true)]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override string Action =>
        Force ? "Delete the secret at once, beyond recovery" : $"Delete the secret, recoverable for {RecoveryDays ?? 30} days";

    /// <inheritdoc/>
    protected override Task ProcessSecretAsync(string? id, CancellationToken cancellationToken) =>
        new SecretService(Lake).RemoveAsync(id, RecoveryDays, Force, cancellationToken);
}
