using System.Management.Automation;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// The base of the commands on the contents of a table. Objects of Get-GlueTable bind through their alias for the table.
/// </summary>
public abstract class TablePartCmdlet : LakeCmdlet
{
    /// <summary>The table's database.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string DatabaseName { get; set; } = "";

    /// <summary>The table.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public string TableName { get; set; } = "";

    /// <summary>The catalog. Default: the connection's, otherwise the caller's account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    public string? CatalogId { get; set; }
}
