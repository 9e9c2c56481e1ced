using System.Management.Automation;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>The base of the commands that name one table. New-GlueTable completes no name.</summary>
public abstract class NamedTableCmdlet : LakeCmdlet
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
    public virtual string Name { get; set; } = "";

    /// <summary>The catalog. Default: the connection's, otherwise the caller's account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    public string? CatalogId { get; set; }
}
