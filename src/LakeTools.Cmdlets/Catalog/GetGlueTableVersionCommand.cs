using System.Management.Automation;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// <para type="synopsis">Gets the versions of a table that the Data Catalog keeps, the newest first.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "GlueTableVersion")]
[Alias("Get-LakeGlueTableVersion")]
[OutputType(typeof(GlueTableVersion))]
public sealed class GetGlueTableVersionCommand : NamedTableCmdlet
{
    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) =>
        WriteAllAsync(new TableEditor(Lake).VersionsAsync(DatabaseName, Name, CatalogId, cancellationToken));
}
