using System.Management.Automation;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// <para type="synopsis">Finds tables of the Data Catalog by words in their names, columns, comments and parameters.</para>
/// </summary>
[Cmdlet(VerbsCommon.Find, "GlueTable")]
[Alias("Find-LakeGlueTable")]
[OutputType(typeof(GlueTable))]
public sealed class FindGlueTableCommand : LakeCmdlet
{
    /// <summary>Words to find. In double quotes, the exact text.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public string Text { get; set; } = "";

    /// <summary>The catalog. The default is the catalog of the connection. If it isn't set, the caller's account.</summary>
    [Parameter]
    [NotEmptyIfTyped]
    public string? CatalogId { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) =>
        WriteAllAsync(new TableSearch(Lake).FindAsync(Text, CatalogId, cancellationToken));
}
