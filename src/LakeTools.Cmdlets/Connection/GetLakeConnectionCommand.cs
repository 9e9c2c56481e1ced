using System.Management.Automation;

namespace LakeTools.Cmdlets.Connection;

/// <summary>
/// <para type="synopsis">Shows the connection that commands use: what Connect-Lake made last, or what the SDK's defaults give.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeConnection")]
[OutputType(typeof(LakeConnection))]
public sealed class GetLakeConnectionCommand : LakeCmdlet
{
    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        WriteObject(Lake);
        return Task.CompletedTask;
    }
}
