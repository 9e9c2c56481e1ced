using System.Management.Automation;
using LakeTools.Core.Queries;

namespace LakeTools.Cmdlets.Queries;

/// <summary>
/// <para type="synopsis">Waits for a query and emits the rows of its answer.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Receive, "LakeQuery")]
[OutputType(typeof(LakeRow), typeof(LakeRowBatch))]
public sealed class ReceiveLakeQueryCommand : LakeCmdlet
{
    /// <summary>The query's id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(QueryIdCompleter))]
    public string[] Id { get; set; } = [];

    /// <summary>How many seconds to wait for the query; then it is stopped. Default: as long as it takes.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? TimeoutSeconds { get; set; }

    /// <summary>Emits batches of rows, as Export-LakeData takes them, and not an object a row.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var id in Id)
        {
            await TryAsync(async () =>
            {
                using var progress = Progress();
                TimeSpan? timeout = TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
                var query = await new QueryService(Lake).GetAsync(id, cancellationToken).ConfigureAwait(false);
                await new QueryOutput(Lake, WriteObject).WriteAsync(query, timeout, Raw, progress, cancellationToken).ConfigureAwait(false);
            }, id).ConfigureAwait(false);
        }
    }
}
