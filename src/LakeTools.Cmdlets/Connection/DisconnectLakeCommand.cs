using System.Management.Automation;

namespace LakeTools.Cmdlets.Connection;

/// <summary>
/// <para type="synopsis">Removes the default connection. Commands then use the SDK's default
/// credentials and Region.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Disconnect, "Lake")]
public sealed class DisconnectLakeCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => DefaultConnection.Set(null);
}
