using System.Collections;
using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Core.Permissions.TagAssignments;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>The base of Add- and Remove-LakeTagAssignment: the tags, and the database, table or columns.</summary>
public abstract class TagAssignmentCmdlet : TagCmdlet
{
    private TagAssignmentService? _service;
    private string? _emptyName;

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
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public string? TableName { get; set; }

    /// <summary>Columns of the table. Default: the table itself.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [WordList]
    [ArgumentCompleter(typeof(ColumnNameCompleter))]
    public string[]? ColumnName { get; set; }

    /// <summary>Emits what was changed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected TagAssignmentService Service => _service ??= new TagAssignmentService(Lake);

    /// <inheritdoc/>
    protected override Task BeginProcessingAsync(CancellationToken cancellationToken)
    {
        // Parameters bound before the first record were typed: an empty variable is an error, and would mean the whole table or database.
        _emptyName = new[] { nameof(DatabaseName), nameof(TableName), nameof(ColumnName) }.FirstOrDefault(name =>
            MyInvocation.BoundParameters.TryGetValue(name, out var value) && value is null or "" or string[] { Length: 0 });
        return Task.CompletedTask;
    }

    /// <summary>The resource that the parameters name.</summary>
    private protected LakeResource Resource()
    {
        if (_emptyName is { } name) throw Fault.ResourceNameEmpty(name, $"-{name}");
        var input = new ResourceInput
        {
            CatalogId = Account,
            DatabaseName = DatabaseName,
            TableName = string.IsNullOrEmpty(TableName) ? null : TableName,
            ColumnName = ColumnName?.Where(column => column.Length > 0).ToArray(),
        };
        var findings = new List<LakeException>();
        var resource = ResourceReader.Read(input, findings) ?? throw LakeException.Join(input, findings);
        return resource.Kind == ResourceKind.AllTables
            ? throw Fault.TagResourceInvalid(input, DatabaseName)
            : resource;
    }
}
