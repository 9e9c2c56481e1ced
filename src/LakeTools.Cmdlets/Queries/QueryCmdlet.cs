using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Queries;

namespace LakeTools.Cmdlets.Queries;

/// <summary>Runs or starts a query.</summary>
public abstract class QueryCmdlet : LakeCmdlet
{
    /// <summary>A single SQL statement that reads data: SELECT, WITH or VALUES.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public string Query { get; set; } = "";

    /// <summary>The database of tables that are named without a database. Default: the database named default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string? DatabaseName { get; set; }

    /// <summary>The values of the question marks in the statement, in their order: text, numbers, Booleans, dates, null.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    public object?[] Parameter { get; set; } = [];

    /// <summary>The workgroup. Default: primary.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkGroupCompleter))]
    public string? WorkGroup { get; set; }

    /// <summary>The S3 folder to which the result is written. Default: the output location of the workgroup.</summary>
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
