using System.Management.Automation;
using LakeTools.Core.Connection;

namespace LakeTools.Cmdlets.Connection;

/// <summary>
/// <para type="synopsis">Says who we are and where, whether that is a lake administrator, and which services answer how quickly.</para>
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "LakeConnection")]
[OutputType(typeof(LakeConnectionTest))]
public sealed class TestLakeConnectionCommand : LakeCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken) =>
        WriteObject(await new ConnectionTester(Lake).TestAsync(cancellationToken).ConfigureAwait(false));
}
