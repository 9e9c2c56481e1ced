using System.Management.Automation;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Permissions;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Revokes Lake Formation permissions on a resource from principals.</para>
/// </summary>
[Cmdlet(VerbsSecurity.Revoke, "LakePermission", DefaultParameterSetName = ResourceSets.Any, SupportsShouldProcess = true)]
[OutputType(typeof(LakePermission))]
public sealed class RevokeLakePermissionCommand : PermissionWriteCmdlet
{
    /// <summary>Removes permission to grant the permissions to others, and leaves the permissions.</summary>
    [Parameter]
    public SwitchParameter GrantOptionOnly { get; set; }

    /// <summary>The source of a permission of Get-LakePermission: implicit ones cannot be revoked.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Source { get; set; }

    /// <inheritdoc/>
    private protected override bool IsRevoke => true;

    /// <inheritdoc/>
    private protected override bool Skips()
    {
        if (Source != nameof(GrantSource.Implicit)) return false;
        WriteWarning("Skipped, because an implicit permission cannot be revoked: "
            + $"{string.Join(", ", Permission)} of {string.Join(", ", Principal)}.");
        return true;
    }

    /// <inheritdoc/>
    private protected override GrantRequest Prepare(GrantRequest request) => GrantOptionOnly
        ? request with { Permission = [],
            GrantablePermission = [.. request.Permission.Union(request.GrantablePermission, StringComparer.OrdinalIgnoreCase)] }
        : request;
}
