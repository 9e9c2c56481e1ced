using System.Management.Automation;
using LakeTools.Core.Permissions.Filters;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Creates a data cells filter: rows and columns of a table that may be granted as one.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakeDataFilter", SupportsShouldProcess = true)]
[OutputType(typeof(LakeDataFilter))]
public sealed class NewLakeDataFilterCommand : DataFilterWriteCmdlet, IInputTaker
{
    /// <summary>The filter's name.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [Alias("FilterName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DataFilterNameCompleter))]
    public override string Name { get; set; } = "";

    /// <summary>An object of Get-LakeDataFilter, or one with properties named as parameters that are not typed.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var options = Options();
        if (!ShouldProcess($"data filter {Name} of table {DatabaseName}.{TableName}", "Create")) return;
        var filter = await new DataFilterService(Lake).CreateAsync(options, cancellationToken).ConfigureAwait(false);
        WriteObject(filter);
    }
}
