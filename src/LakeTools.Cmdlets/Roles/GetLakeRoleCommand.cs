using System.Management.Automation;
using LakeTools.Core.Roles;

namespace LakeTools.Cmdlets.Roles;

/// <summary>
/// <para type="synopsis">Finds roles: the principals that can assume them, and where in S3 their policies let them work.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeRole")]
[OutputType(typeof(LakeRole))]
public sealed class GetLakeRoleCommand : LakeCmdlet
{
    /// <summary>Names or patterns of names; an ARN or role/name too. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoleName")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RoleNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
            await TryAsync(() => WriteAllAsync(new RoleService(Lake).FindAsync(name, cancellationToken)), name).ConfigureAwait(false);
    }
}
