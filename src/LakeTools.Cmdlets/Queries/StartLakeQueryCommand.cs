using System.Management.Automation;
using LakeTools.Core.Queries;

namespace LakeTools.Cmdlets.Queries;

/// <summary>
/// <para type="synopsis">Starts a SQL query and does not wait for its result.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "LakeQuery")]
[OutputType(typeof(LakeQuery))]
public sealed class StartLakeQueryCommand : QueryCmdlet
{
    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) => TryAsync(async () =>
        await WriteResultAsync(new QueryService(Lake).StartAsync(Start, cancellationToken)).ConfigureAwait(false), Query);
}
