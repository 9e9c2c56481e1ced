using System.Management.Automation;
using LakeTools.Core.Permissions.Settings;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Makes principals data lake administrators; existing ones are kept.</para>
/// </summary>
[Cmdlet(VerbsCommon.Add, "LakeAdministrator", SupportsShouldProcess = true)]
[OutputType(typeof(LakeAdministrator))]
public sealed class AddLakeAdministratorCommand : AdministratorWriteCmdlet
{
    /// <summary>Returns the administrators that were named.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string Action =>
        ReadOnly ? "Make a read-only administrator of the lake" : "Make an administrator of the lake";

    private protected override string AlreadySo => "Administrators already:";

    private protected override Task<AdministratorOutcome> ChangeAsync(SettingService service, string? catalogId,
        CancellationToken cancellationToken) =>
        service.AddAdministratorAsync(Principal, ReadOnly, catalogId, cancellationToken);

    private protected override void Done(AdministratorOutcome outcome)
    {
        if (PassThru) WriteObject(outcome.Administrators, enumerateCollection: true);
    }
}
