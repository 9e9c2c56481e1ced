using System.Management.Automation;
using LakeTools.Core.Permissions.Settings;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Takes principals from the data lake administrators; what they were granted stays.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeAdministrator", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveLakeAdministratorCommand : AdministratorWriteCmdlet, IForceable
{
    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string Action =>
        ReadOnly ? "Take from the lake's read-only administrators" : "Take from the lake's administrators";

    private protected override string AlreadySo => "No administrators anyway:";

    private protected override Task<AdministratorOutcome> ChangeAsync(SettingService service, string? catalogId,
        CancellationToken cancellationToken) =>
        service.RemoveAdministratorAsync(Principal, ReadOnly, catalogId, cancellationToken);
}
