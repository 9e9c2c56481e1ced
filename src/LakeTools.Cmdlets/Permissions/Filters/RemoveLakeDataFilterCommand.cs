using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Core.Permissions.Filters;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Removes data cells filters, and with them the grants on them.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeDataFilter", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveLakeDataFilterCommand : TablePartCmdlet, IForceable
{
    /// <summary>The filters' names.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("FilterName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DataFilterNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
        {
            await TryAsync(async () =>
            {
                if (!ShouldProcess($"data filter {name} of table {DatabaseName}.{TableName}", "Remove")) return;
                await new DataFilterService(Lake).RemoveAsync(DatabaseName, TableName, name, CatalogId, cancellationToken)
                    .ConfigureAwait(false);
            }, $"{DatabaseName}.{TableName}.{name}").ConfigureAwait(false);
        }
    }
}
