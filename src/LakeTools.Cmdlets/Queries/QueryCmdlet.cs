using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Queries;

namespace LakeTools.Cmdlets.Queries;

/// <summary>Asks a query.</summary>
public abstract class QueryCmdlet : LakeCmdlet
{
    /// <summary>One statement of SQL that reads: SELECT, WITH or VALUES.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public string Query { get; set; } = "";

    /// <summary>The database of tables that are named without one. Default: the database named default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string? DatabaseName { get; set; }

    /// <summary>What stands for the question marks of the statement, in their order: text, numbers, Booleans, dates, null.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    public object?[] Parameter { get; set; } = [];

    /// <summary>The work group. Default: primary.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkGroupCompleter))]
    public string? WorkGroup { get; set; }

    /// <summary>The folder in S3 that the result goes to. Default: what the work group says.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string? OutputLocation { get; set; }

    private protected QueryStart Start => new(Query)
    {
        DatabaseName = DatabaseName,
        Parameters = Array.ConvertAll(Parameter ?? [null], PSValue.Of),
        WorkGroup = WorkGroup,
        OutputLocation = OutputLocation,
    };
}
