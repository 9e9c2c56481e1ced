using System.Management.Automation;
using LakeTools.Cmdlets.Roles;
using LakeTools.Core.Permissions.Locations;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Changes a location that is registered with Lake Formation. Parameters that you omit are not changed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "LakeLocation", SupportsShouldProcess = true)]
[OutputType(typeof(LakeLocation))]
public sealed class SetLakeLocationCommand : LocationWriteCmdlet
{
    /// <summary>A location: an s3:// URI, or an ARN as for Register-LakeLocation.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceArn", "DataLocation")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LocationCompleter))]
    public string Path { get; set; } = "";

    /// <summary>The role with which Lake Formation reads and writes there: an ARN or role/name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleArnCompleter))]
    public string? RoleArn { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var options = new LocationOptions
        {
            Path = new LocationService(Lake).Arn(Path),
            RoleArn = RoleArn,
            HybridAccess = MyInvocation.BoundParameters.ContainsKey(nameof(HybridAccess)) ? HybridAccess.IsPresent : null,
            WithFederation = MyInvocation.BoundParameters.ContainsKey(nameof(WithFederation)) ? WithFederation.IsPresent : null,
            ExpectedOwnerAccountId = Owner,
        };
        LocationService.CheckRole(RoleArn);
        if (!ShouldProcess(Path, "Change the registration with Lake Formation")) return;
        var location = await new LocationService(Lake).ChangeAsync(options, cancellationToken).ConfigureAwait(false);
        if (PassThru) WriteObject(await location.ReadAsync(cancellationToken).ConfigureAwait(false));
    }
}
