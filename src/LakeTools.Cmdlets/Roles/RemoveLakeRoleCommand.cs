using System.Management.Automation;
using LakeTools.Core.Roles;
using LakeTools.Rules.Names;

namespace LakeTools.Cmdlets.Roles;

/// <summary>
/// <para type="synopsis">Removes roles, with their inline policies and after detaching their managed ones.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeRole", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveLakeRoleCommand : LakeCmdlet, IForceable
{
    /// <summary>Names; an ARN or role/name too.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoleName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var given in Name)
        {
            var name = RoleNames.Of(given);
            await TryAsync(async () =>
            {
                RoleNames.Check(name);
                if (!ShouldProcess(name, "Remove the role and its policies")) return;
                await new RoleService(Lake).RemoveAsync(name, cancellationToken).ConfigureAwait(false);
            }, name).ConfigureAwait(false);
        }
    }
}
