using System.Management.Automation;
using LakeTools.Cmdlets.Objects;
using LakeTools.Cmdlets.Roles;
using LakeTools.Core.Permissions.Locations;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Registers locations with Lake Formation, which protects them from then on.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Register, "LakeLocation", SupportsShouldProcess = true, DefaultParameterSetName = RoleSet)]
[OutputType(typeof(LakeLocation))]
public sealed class RegisterLakeLocationCommand : LocationWriteCmdlet, IInputTaker
{
    private const string RoleSet = "Role";
    private const string ServiceSet = "ServiceLinkedRole";
    private const string ServiceRole = ":role/aws-service-role/lakeformation.amazonaws.com/";

    /// <summary>
    /// Locations: s3:// URIs or ARNs of S3, or ARNs of table buckets of S3 Tables, datashares and namespaces of Redshift, and Glue
    /// connections.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceArn", "DataLocation")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string[] Path { get; set; } = [];

    /// <summary>The role with which Lake Formation reads and writes there: an ARN or role/name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RoleSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleArnCompleter))]
    public string? RoleArn { get; set; }

    /// <summary>Lake Formation's own role reads and writes there.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ServiceSet)]
    public SwitchParameter UseServiceLinkedRole { get; set; }

    /// <summary>A principal that registers the location may do there all that Lake Formation does.</summary>
    [Parameter]
    public SwitchParameter PrivilegedAccess { get; set; }

    /// <summary>An object of Get-LakeLocation, or one with properties named as parameters. Sets those that are not typed.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    // A listed location has the ARN of the service-linked role, which a registration does not accept as a role.
    private string? OwnRole =>
        !WasTyped(nameof(RoleArn)) && RoleArn?.Contains(ServiceRole, StringComparison.Ordinal) == true ? null : RoleArn;

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var path in Path)
        {
            if (ParameterSetName == ServiceSet && !UseServiceLinkedRole) throw Fault.LocationRoleMissing(path, path);
            await TryAsync(async () =>
            {
                var options = new LocationOptions
                {
                    Path = new LocationService(Lake).Arn(path),
                    RoleArn = OwnRole,
                    HybridAccess = HybridAccess ? true : null,
                    WithFederation = WithFederation ? true : null,
                    PrivilegedAccess = PrivilegedAccess ? true : null,
                    ExpectedOwnerAccountId = Owner,
                };
                LocationService.CheckNew(options.Path);
                LocationService.CheckRole(options.RoleArn);
                if (!ShouldProcess(path, "Register with Lake Formation")) return;
                var location = await new LocationService(Lake).RegisterAsync(options, cancellationToken).ConfigureAwait(false);
                if (PassThru) WriteObject(await location.ReadAsync(cancellationToken).ConfigureAwait(false));
            }, path).ConfigureAwait(false);
        }
    }
}
