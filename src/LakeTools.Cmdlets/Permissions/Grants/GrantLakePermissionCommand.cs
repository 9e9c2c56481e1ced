using System.Management.Automation;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Grants Lake Formation permissions on a resource to principals.</para>
/// </summary>
[Cmdlet(VerbsSecurity.Grant, "LakePermission", DefaultParameterSetName = ResourceSets.Any, SupportsShouldProcess = true)]
[OutputType(typeof(LakePermission))]
public sealed class GrantLakePermissionCommand : PermissionWriteCmdlet
{
    /// <inheritdoc/>
    private protected override bool IsRevoke => false;
}
