using System.Collections;
using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Core.Permissions.TagAssignments;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>The base of Add- and Remove-LakeTagAssignment: the tags, and the database, table or columns.</summary>
public abstract class TagAssignmentCmdlet : TagCmdlet
{
    private TagAssignmentService? _service;

    /// <summary>Keys with values, such as <c>@{ domain = 'sales'; pii = 'no' }</c>.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TagExpression]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagTableCompleter))]
    public IDictionary Tag { get; set; } = new Hashtable();

    /// <summary>The database.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string DatabaseName { get; set; } = "";

    /// <summary>A table of the database. Default: the database itself.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public string? TableName { get; set; }

    /// <summary>Columns of the table. Default: the table itself.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [WordList]
    [ArgumentCompleter(typeof(ColumnNameCompleter))]
    public string[]? ColumnName { get; set; }

    /// <summary>Emits what was changed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected TagAssignmentService Service => _service ??= new TagAssignmentService(Lake);

    /// <summary>The resource that the parameters name.</summary>
    private protected LakeResource Resource()
    {
        var input = new ResourceInput
        {
            CatalogId = Account,
            DatabaseName = DatabaseName,
            TableName = string.IsNullOrEmpty(TableName) ? null : TableName,
            ColumnName = ColumnName?.Where(column => column.Length > 0).ToArray(),
        };
        var findings = new List<LakeException>();
        var resource = ResourceReader.Read(input, new PermissionService(Lake).Home, findings) ?? throw LakeException.Join(input, findings);
        return resource.Kind == ResourceKind.AllTables
            ? throw Fault.TagResourceInvalid(input, DatabaseName)
            : resource;
    }
}
