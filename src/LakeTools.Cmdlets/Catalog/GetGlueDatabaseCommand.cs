using System.Management.Automation;
using LakeTools.Core.Catalog;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// <para type="synopsis">Gets databases of the Data Catalog that the caller may see.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "GlueDatabase")]
[Alias("Get-LakeGlueDatabase")]
[OutputType(typeof(GlueDatabase))]
public sealed class GetGlueDatabaseCommand : LakeCmdlet
{
    /// <summary>Names. Wildcards are permitted. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("DatabaseName")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>The catalog. The default is the catalog of the connection. If it isn't set, the caller's account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    public string? CatalogId { get; set; }

    /// <summary>
    /// Also the databases that other accounts share with this one (All), or these alone (Foreign), or those that represent databases
    /// outside of the Data Catalog (Federated). By default, only those of the catalog.
    /// </summary>
    [Parameter]
    [EnumWord(typeof(CatalogShare))]
    public CatalogShare? Share { get; set; }

    /// <summary>Reads the tags too, with one more call for each database.</summary>
    [Parameter]
    public SwitchParameter IncludeTag { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var service = new DatabaseService(Lake);
        foreach (var name in Name)
        {
            if (Share is null && Names.Literal(name) is { } literal)
            {
                await TryAsync(async () =>
                {
                    var database = await service.GetAsync(literal, CatalogId, cancellationToken).ConfigureAwait(false);
                    await WriteAsync(service, database, cancellationToken).ConfigureAwait(false);
                }, literal).ConfigureAwait(false);
                continue;
            }

            await TryAsync(() => ListAsync(service, name, cancellationToken), name).ConfigureAwait(false);
        }
    }

    // Accounts that share may have databases of one name, so one name can find several.
    private async Task ListAsync(DatabaseService service, string name, CancellationToken cancellationToken)
    {
        var pattern = Names.Pattern(name);
        var isFound = false;
        await foreach (var database in service.ListAsync(CatalogId, Share, cancellationToken).ConfigureAwait(false))
        {
            if (!pattern.IsMatch(database.Name)) continue;
            isFound = true;
            await TryAsync(() => WriteAsync(service, database, cancellationToken), database.Name).ConfigureAwait(false);
        }

        if (!isFound && Names.Literal(name) is { } literal) throw Fault.DatabaseNotFound(literal);
    }

    private async Task WriteAsync(DatabaseService service, GlueDatabase database, CancellationToken cancellationToken) =>
        WriteObject(IncludeTag ? await service.WithTagsAsync(database, cancellationToken).ConfigureAwait(false) : database);
}
