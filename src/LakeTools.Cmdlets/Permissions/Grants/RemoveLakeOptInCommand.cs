using System.Management.Automation;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Takes opt-ins away: IAM alone decides for the principals again, where the group
/// IAM_ALLOWED_PRINCIPALS has permissions.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeOptIn", DefaultParameterSetName = ResourceSets.Any, SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveLakeOptInCommand : OptInWriteCmdlet, IForceable
{
    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var (resource, condition) = (Read(Named()), Text(Condition));
        if (ConditionRules.Unknown(condition) is { } unknown) throw unknown;
        foreach (var principal in await IdentifiersAsync(Principal, cancellationToken).ConfigureAwait(false))
        {
            await TryAsync(async () =>
            {
                if (ShouldProcess($"{resource} for {principal}{LakeGrant.When(condition)}", "Remove the opt-in to Lake Formation"))
                    await new OptInService(Lake).RemoveAsync(principal, resource, condition, cancellationToken).ConfigureAwait(false);
            }, principal).ConfigureAwait(false);
        }
    }
}
