using System.Management.Automation;
using LakeTools.Core.Connection;

namespace LakeTools.Cmdlets.Connection;

/// <summary>
/// <para type="synopsis">Shows the caller identity and Region, whether the caller is a data lake administrator, and the
/// reachability of each service.</para>
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "LakeConnection")]
[OutputType(typeof(LakeConnectionTest))]
public sealed class TestLakeConnectionCommand : LakeCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken) =>
        WriteObject(await new ConnectionTester(Lake).TestAsync(cancellationToken).ConfigureAwait(false));
}
