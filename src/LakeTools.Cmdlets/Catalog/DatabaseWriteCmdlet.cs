using System.Collections;
using System.Management.Automation;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>The base of the commands that create or change a database.</summary>
public abstract class DatabaseWriteCmdlet : LakeCmdlet
{
    /// <summary>Free parameters; for Set-GlueDatabase, $null removes one.</summary>
    [Parameter]
    public Hashtable? Parameter { get; set; }

    /// <summary>Tags of the resource; for Set-GlueDatabase, $null removes one.</summary>
    [Parameter]
    public Hashtable? Tag { get; set; }

    /// <summary>The default permissions of its new tables. Default: the lake's setting.</summary>
    [Parameter]
    [EnumWord(typeof(TableDefaultPermission))]
    public TableDefaultPermission? TableDefaultPermission { get; set; }

    /// <summary>The catalog. Default: the connection's, otherwise the caller's account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    public string? CatalogId { get; set; }
}
