using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Core.Permissions.Filters;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Creates a data cells filter: rows and columns of a table that may be granted as one.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakeDataFilter", SupportsShouldProcess = true)]
[OutputType(typeof(LakeDataFilter))]
public sealed class NewLakeDataFilterCommand : DataFilterWriteCmdlet, IInputTaker
{
    /// <summary>The filter's name.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("FilterName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DataFilterNameCompleter))]
    public override string Name { get; set; } = "";

    /// <summary>The rows that it shows: an expression such as <c>country = 'US' AND year &gt; 2020</c>.</summary>
    [Parameter]
    [NotEmptyIfTyped]
    public override string? RowFilter { get; set; }

    /// <summary>The columns that it shows.</summary>
    [Parameter]
    [InputProperty("Column", Unless = [nameof(ExcludedColumnName)])]
    [NotEmptyIfTyped]
    [WordList]
    [ArgumentCompleter(typeof(ColumnNameCompleter))]
    public override string[]? ColumnName { get; set; }

    /// <summary>The columns that it hides; it shows all others.</summary>
    [Parameter]
    [InputProperty("ExcludedColumn", Unless = [nameof(ColumnName)])]
    [NotEmptyIfTyped]
    [WordList]
    [ArgumentCompleter(typeof(ColumnNameCompleter))]
    public override string[]? ExcludedColumnName { get; set; }

    /// <summary>An object of Get-LakeDataFilter, or one with properties named as parameters. Sets those that are not typed.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    IEnumerable<string> IInputTaker.NotTaken =>
        InputObject?.BaseObject is LakeDataFilter filter ? DataFilterService.NotShown(filter) : [];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (IsOfOtherKind && !WasTyped(nameof(Name)))
            throw Fault.InputPropertyInvalid(InputObject, nameof(Name), $"it is the name of {InputObject}");
        var options = Options();
        if (!ShouldProcess($"data filter {Name} of table {DatabaseName}.{TableName}", "Create")) return;
        await WriteResultAsync(new DataFilterService(Lake).CreateAsync(options, cancellationToken)).ConfigureAwait(false);
    }
}
