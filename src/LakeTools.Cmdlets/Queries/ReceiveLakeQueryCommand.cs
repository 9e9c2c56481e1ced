using System.Management.Automation;
using LakeTools.Core.Queries;

namespace LakeTools.Cmdlets.Queries;

/// <summary>
/// <para type="synopsis">Waits for a query and returns the rows of its result.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Receive, "LakeQuery")]
[OutputType(typeof(LakeRow), typeof(PSObject), typeof(LakeRowBatch))]
public sealed class ReceiveLakeQueryCommand : LakeCmdlet
{
    /// <summary>Query IDs.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(QueryIdCompleter))]
    public string[] Id { get; set; } = [];

    /// <summary>The maximum number of seconds to wait for the query. After that, the query is stopped. Default: no limit.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? TimeoutSeconds { get; set; }

    /// <summary>Returns batches of rows for Export-LakeData, instead of an object for each row.</summary>
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
                await new QueryOutput(Lake, WriteObjects, WriteWarning).WriteAsync(query, timeout, Raw, progress, cancellationToken)
                    .ConfigureAwait(false);
            }, id).ConfigureAwait(false);
        }
    }
}
