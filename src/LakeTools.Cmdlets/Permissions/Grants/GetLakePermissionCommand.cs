using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Core.Permissions.Locations;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Gets Lake Formation permissions: the permissions of principals on which resource.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakePermission", DefaultParameterSetName = ResourceSets.Any)]
[OutputType(typeof(LakePermission))]
public sealed class GetLakePermissionCommand : ResourceCmdlet
{
    private readonly HashSet<string> _told = [];

    /// <summary>Principals. Wildcards are permitted; role/name and user/name are completed. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [Principal]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PrincipalCompleter))]
    public string[] Principal { get; set; } = [];

    /// <summary>A database. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.Database, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.Table, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.Column, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.DataFilter, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public override string? DatabaseName { get; set; }

    /// <summary>A table of the database. Wildcards are permitted; * finds the grants on any table, and on all tables.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.Table, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.Column, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.DataFilter, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public override string? TableName { get; set; }

    /// <summary>A location in S3: what is granted on it and below it.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any)]
    [Parameter(ParameterSetName = ResourceSets.Path, Mandatory = true)]
    [NotEmptyIfTyped]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(LocationCompleter))]
    public string? Path { get; set; }

    /// <summary>Excludes implicit permissions.</summary>
    [Parameter]
    public SwitchParameter Explicit { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var filter = Filter();
        var principals = await PrincipalCriteria.ReadAsync(Lake, Principal, cancellationToken).ConfigureAwait(false);
        var service = new PermissionService(Lake);
        if (principals.Count == 0)
        {
            await WriteAllAsync(Told(service.ListAsync(filter, cancellationToken))).ConfigureAwait(false);
        }

        foreach (var principal in principals)
            await TryAsync(() =>
                WriteAllAsync(Told(service.ListAsync(filter with { Principal = principal }, cancellationToken))), principal)
                .ConfigureAwait(false);
        if (service.LeftOut.Text("grant") is { } text) WriteWarning($"Not returned: {text}.");
    }

    // The parameters are patterns. The table * is all of them.
    private protected override string? OfShape(string? name) => name is null or "*" ? name : Names.Escape(name);

    // Permissions and conditions that this version does not know are shown as the service lists them.
    private async IAsyncEnumerable<LakePermission> Told(IAsyncEnumerable<LakePermission> permissions)
    {
        await foreach (var permission in permissions.ConfigureAwait(false))
        {
            foreach (var name in permission.Permission.Intersect(PermissionNames.Unknown).Where(_told.Add))
                WriteWarning($"This version of LakeTools does not know the permission {name}. It is returned as the service lists it.");
            if (UnknownCondition.Is(permission.Condition) && _told.Add(permission.Condition!)) WriteUnknownCondition(permission.Condition!);
            yield return permission;
        }
    }

    private PermissionFilter Filter()
    {
        var input = Named();
        var (resource, pattern) = Criteria(input);
        // The service lists the grants of an account, with those in its other catalogs.
        if (resource is null && input.CatalogId is { Length: > 12 } catalog) pattern ??= ResourcePattern.InCatalog(catalog);
        var filter = new PermissionFilter { CatalogId = input.CatalogId?.Split(':')[0], ExplicitOnly = Explicit };
        if (Text(Path) is not { } path) return filter with { Resource = resource, Pattern = pattern };
        if (resource is not null && resource.DatabaseName is null && resource.DataLocation is null)
            throw Fault.ResourceAmbiguous(2, string.Join(", ", ResourceReader.Parameters(input).Prepend("-Path")));
        return filter with
        {
            Path = new LocationService(Lake).Arn(path),
            Pattern = pattern ?? (resource is null ? null : ResourcePattern.Of(resource)),
        };
    }
}
