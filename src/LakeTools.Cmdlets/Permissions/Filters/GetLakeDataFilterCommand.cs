using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Core.Permissions.Filters;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Gets the data cells filters of a table.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeDataFilter")]
[OutputType(typeof(LakeDataFilter))]
public sealed class GetLakeDataFilterCommand : TablePartCmdlet
{
    /// <summary>The filters' names. Wildcards are permitted. Default: all.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("FilterName")]
    [NotEmptyIfTyped]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DataFilterNameCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var service = new DataFilterService(Lake);
        foreach (var name in Wanted())
        {
            await TryAsync(async () =>
            {
                if (Names.Literal(name) is { } literal)
                {
                    WriteObject(await service.GetAsync(DatabaseName, TableName, literal, CatalogId, cancellationToken)
                        .ConfigureAwait(false));
                    return;
                }

                var pattern = Names.Pattern(name);
                await foreach (var filter in service.ListAsync(DatabaseName, TableName, CatalogId, cancellationToken).ConfigureAwait(false))
                    if (pattern.IsMatch(filter.Name)) WriteObject(filter);
            }, $"{DatabaseName}.{TableName}.{name}").ConfigureAwait(false);
        }
    }

    // The name of an object of another kind, such as a table, is not that of a filter.
    private IEnumerable<string> Wanted()
    {
        var names = Name ?? [];
        if (!WasTyped(nameof(Name)) && IsPipedAs(kind => kind != typeof(LakeDataFilter)))
            names = [Names.Escape($"{CurrentObject?.Properties[nameof(LakeDataFilter.FilterName)]?.Value}")];
        return names.Where(name => name is { Length: > 0 }).DefaultIfEmpty("*");
    }
}
