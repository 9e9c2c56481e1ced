using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Gets who is opted in to Lake Formation, and on what.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeOptIn", DefaultParameterSetName = ResourceSets.Any)]
[OutputType(typeof(LakeOptIn))]
public sealed class GetLakeOptInCommand : OptInCmdlet
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
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    [SupportsWildcards]
    public override string? DatabaseName { get; set; }

    /// <summary>A table of the database. Wildcards are permitted; * finds opt-ins on any table, and on all tables.</summary>
    [Parameter(ParameterSetName = ResourceSets.Any, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSets.Table, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    [SupportsWildcards]
    public override string? TableName { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var input = Named();
        var (resource, pattern) = Criteria(input);
        if (resource is not null) OptInService.Check(resource);
        else if (input.CatalogId is { } catalog) pattern ??= ResourcePattern.InCatalog(catalog);
        var filter = new OptInFilter { Resource = resource, Pattern = pattern };
        var principals = await PrincipalCriteria.ReadAsync(Lake, Principal, cancellationToken).ConfigureAwait(false);
        var service = new OptInService(Lake);
        foreach (var principal in principals.Count == 0 ? [null] : principals.Cast<string?>())
            await TryAsync(() => WriteAllAsync(Told(service.ListAsync(filter with { Principal = principal }, cancellationToken))),
                principal).ConfigureAwait(false);
        if (service.LeftOut.Text("opt-in") is { } text) WriteWarning($"Not returned: {text}.");
    }

    private async IAsyncEnumerable<LakeOptIn> Told(IAsyncEnumerable<LakeOptIn> optIns)
    {
        await foreach (var optIn in optIns.ConfigureAwait(false))
        {
            if (UnknownCondition.Is(optIn.Condition) && _told.Add(optIn.Condition!)) WriteUnknownCondition(optIn.Condition!);
            yield return optIn;
        }
    }
}
