using System.Management.Automation;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// <para type="synopsis">Gets the versions of a table that the Glue catalog keeps, the newest first.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "GlueTableVersion")]
[Alias("Get-LakeGlueTableVersion")]
[OutputType(typeof(GlueTableVersion))]
public sealed class GetGlueTableVersionCommand : LakeCmdlet
{
    /// <summary>The database's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string DatabaseName { get; set; } = "";

    /// <summary>The table's name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TableName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public string Name { get; set; } = "";

    /// <summary>The catalog. Default: the connection's, else the caller's account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? CatalogId { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) =>
        WriteAllAsync(new TableEditor(Lake).VersionsAsync(DatabaseName, Name, CatalogId, cancellationToken));
}
