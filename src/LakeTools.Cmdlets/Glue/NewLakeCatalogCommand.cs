using System.Collections;
using System.Management.Automation;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Creates a catalog beside the account's own: of S3 Tables, of Redshift, or federated by a connection.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakeCatalog", SupportsShouldProcess = true)]
[OutputType(typeof(LakeCatalog))]
public sealed class NewLakeCatalogCommand : LakeCatalogCmdlet, IInputTaker
{
    /// <summary>The catalog's name, such as s3tablescatalog.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>Tags: <c>@{ team = 'sales' }</c>.</summary>
    [Parameter]
    [InputProperty]
    public Hashtable? Tag { get; set; }

    /// <summary>An object of Get-LakeCatalog, or one with properties named as parameters. Sets those that are not typed.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    IEnumerable<string> IInputTaker.NotTaken => InputObject?.BaseObject is LakeCatalog catalog ? CatalogService.NotShown(catalog) : [];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var change = Change(Name) with { Tag = StringMap.Changes(Tag) };
        CatalogService.CheckNew(change);
        if (!ShouldProcess(Name, "Create the catalog")) return;
        await TryAsync(async () =>
        {
            await WriteResultAsync(new CatalogService(Lake).CreateAsync(change, cancellationToken)).ConfigureAwait(false);
        }, Name).ConfigureAwait(false);
    }
}
