using System.Management.Automation;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Core.Permissions.Locations;
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
        var account = await AccountForAsync(Principal, cancellationToken).ConfigureAwait(false);
        var principals = Principal.Where(text => text.Length > 0)
            .Select(text => Names.IsPattern(text) ? text : LakePrincipal.Parse(text, account).Id).ToList();
        var service = new PermissionService(Lake);
        if (principals.Count == 0)
        {
            await WriteAllAsync(Told(service.ListAsync(filter, cancellationToken))).ConfigureAwait(false);
        }

        foreach (var principal in principals)
            await TryAsync(() =>
                WriteAllAsync(Told(service.ListAsync(filter with { Principal = principal }, cancellationToken))), principal)
                .ConfigureAwait(false);
        if (service.LeftOut > 0)
            WriteWarning($"{service.LeftOut} entries are not returned: this version of LakeTools does not know their kind of resource.");
    }

    // A permission that this version does not know is shown as the service lists it.
    private async IAsyncEnumerable<LakePermission> Told(IAsyncEnumerable<LakePermission> permissions)
    {
        await foreach (var permission in permissions.ConfigureAwait(false))
        {
            foreach (var name in permission.Permission.Intersect(PermissionNames.Unknown).Where(_told.Add))
                WriteWarning($"This version of LakeTools does not know the permission {name}. It is returned as the service lists it.");
            yield return permission;
        }
    }

    private PermissionFilter Filter()
    {
        var input = Named();
        var filter = new PermissionFilter { CatalogId = Text(CatalogId) is { Length: 12 } catalog
            ? catalog : null, ExplicitOnly = Explicit };
        if (Text(Path) is { } path) return filter with { Path = LocationService.Arn(path) };
        if (!NamesResource(input)) return filter;
        if ((input.DatabaseName is { } database && Names.IsPattern(database)) || (input.TableName is { } table && Names.IsPattern(table)))
            return filter with { DatabasePattern = input.DatabaseName, TablePattern = input.TableName };
        var findings = new List<LakeException>();
        return ResourceReader.Read(input, findings) is { } resource
            ? filter with { Resource = resource }
            : throw LakeException.Join(input, findings);
    }
}
