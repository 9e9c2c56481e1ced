using System.Management.Automation;
using LakeTools.Core.Permissions.Settings;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Gets the settings of a lake: its administrators, and what new databases and tables are open to.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeSetting")]
[OutputType(typeof(LakeSetting))]
public sealed class GetLakeSettingCommand : LakeCmdlet
{
    /// <summary>The account whose settings to get. Default: the connection's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    public string? CatalogId { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken) =>
        WriteObject(await new SettingService(Lake).GetAsync(CatalogId ?? Lake.CatalogId, cancellationToken).ConfigureAwait(false));
}
