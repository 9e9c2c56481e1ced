using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Core.Permissions.Filters;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Changes a data cells filter. Parameters that you omit are not changed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "LakeDataFilter", SupportsShouldProcess = true)]
[OutputType(typeof(LakeDataFilter))]
public sealed class SetLakeDataFilterCommand : DataFilterWriteCmdlet
{
    /// <summary>The filter's name.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("FilterName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DataFilterNameCompleter))]
    public override string Name { get; set; } = "";

    /// <summary>The rows that it shows: an expression such as <c>country = 'US' AND year &gt; 2020</c>.</summary>
    [Parameter]
    [AllowEmptyString]
    [NotNullText]
    public override string? RowFilter { get; set; }

    /// <summary>The columns that it shows.</summary>
    [Parameter]
    [AllowEmptyCollection]
    [WordList(IsEmptyMeant = true)]
    [ArgumentCompleter(typeof(ColumnNameCompleter))]
    public override string[]? ColumnName { get; set; }

    /// <summary>The columns that it hides; it shows all others.</summary>
    [Parameter]
    [AllowEmptyCollection]
    [WordList(IsEmptyMeant = true)]
    [ArgumentCompleter(typeof(ColumnNameCompleter))]
    public override string[]? ExcludedColumnName { get; set; }

    /// <summary>Returns the changed filter.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var options = Options();
        if (!ShouldProcess($"data filter {Name} of table {DatabaseName}.{TableName}", "Change")) return;
        var filter = await new DataFilterService(Lake).ChangeAsync(options, cancellationToken).ConfigureAwait(false);
        if (PassThru) WriteObject(await filter.ReadAsync(cancellationToken).ConfigureAwait(false));
    }
}
