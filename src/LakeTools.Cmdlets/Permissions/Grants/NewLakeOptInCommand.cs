using System.Management.Automation;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Opts principals in to Lake Formation on the catalog, a database or tables, where hybrid access leaves everybody
/// else to IAM.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakeOptIn", DefaultParameterSetName = ResourceSets.Any, SupportsShouldProcess = true)]
[OutputType(typeof(LakeOptIn))]
public sealed class NewLakeOptInCommand : OptInWriteCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var (resource, condition) = (Read(Named()), Text(Condition));
        foreach (var principal in await IdentifiersAsync(Principal, cancellationToken).ConfigureAwait(false))
        {
            await TryAsync(async () =>
            {
                if (condition is not null && ConditionRules.Problems(condition, resource, PermissionSet.None,
                    [LakePrincipal.Parse(principal, Home)]).ToList() is { Count: > 0 } problems)
                    throw LakeException.Join(principal, problems);
                if (!ShouldProcess($"{resource} for {principal}{LakeGrant.When(condition)}", "Opt in to Lake Formation")) return;
                var (optIn, isNew) = await new OptInService(Lake).AddAsync(principal, resource, condition, cancellationToken)
                    .ConfigureAwait(false);
                if (!isNew) WriteVerbose($"Already opted in: {optIn}.");
                WriteObject(optIn);
            }, principal).ConfigureAwait(false);
        }
    }
}
