using System.Management.Automation;
using LakeTools.Core.Permissions.Locations;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>The base of the commands that say how Lake Formation guards a location.</summary>
public abstract class LocationWriteCmdlet : LakeCmdlet
{
    /// <summary>Only principals that are opted in are guarded; IAM decides for the rest. Set-LakeLocation takes $false too.</summary>
    [Parameter]
    public SwitchParameter HybridAccess { get; set; }

    /// <summary>The location is a federated one.</summary>
    [Parameter]
    public SwitchParameter WithFederation { get; set; }

    /// <summary>The account that is expected to own what is there, such as a bucket of another account: twelve digits.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ExpectedOwnerAccount")]
    public string? ExpectedOwnerAccountId { get; set; }

    /// <summary>Emits the location.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The validated expected owner. PowerShell binds a null property as an empty string, which counts as not specified.</summary>
    private protected string? Owner => LocationService.CheckOwner(
        WasTyped(nameof(ExpectedOwnerAccountId)) || !string.IsNullOrEmpty(ExpectedOwnerAccountId) ? ExpectedOwnerAccountId : null);
}
