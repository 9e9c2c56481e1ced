using System.Management.Automation;
using LakeTools.Core.Permissions.Settings;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Gets the data lake administrators.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeAdministrator")]
[OutputType(typeof(LakeAdministrator))]
public sealed class GetLakeAdministratorCommand : LakeCmdlet
{
    /// <summary>Only the read-only ones; -ReadOnly:$false gets only those that may change resources. Default: both.</summary>
    [Parameter]
    public SwitchParameter ReadOnly { get; set; }

    /// <summary>The account whose lake it is. Default: the connection's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    public string? CatalogId { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var setting = await new SettingService(Lake).GetAsync(CatalogId ?? Lake.CatalogId, cancellationToken).ConfigureAwait(false);
        var isNamed = MyInvocation.BoundParameters.ContainsKey(nameof(ReadOnly));
        if (!isNamed || !ReadOnly) Write(setting, setting.Administrator, false);
        if (!isNamed || ReadOnly) Write(setting, setting.ReadOnlyAdministrator, true);
    }

    private void Write(LakeSetting setting, IEnumerable<string> principals, bool readOnly)
    {
        foreach (var principal in principals)
            WriteObject(new LakeAdministrator { Principal = principal, ReadOnly = readOnly, CatalogId = setting.CatalogId });
    }
}
