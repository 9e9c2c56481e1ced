using System.Management.Automation;
using LakeTools.Core.Queries;

namespace LakeTools.Cmdlets.Queries;

/// <summary>
/// <para type="synopsis">Stops queries. A query that has ended is not changed.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Stop, "LakeQuery", SupportsShouldProcess = true)]
[OutputType(typeof(LakeQuery))]
public sealed class StopLakeQueryCommand : LakeCmdlet
{
    /// <summary>Query IDs.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(QueryIdCompleter))]
    public string[] Id { get; set; } = [];

    /// <summary>Returns the queries afterward.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var service = new QueryService(Lake);
        foreach (var id in Id)
        {
            if (!ShouldProcess(id, "Stop the query")) continue;
            await TryAsync(async () =>
            {
                var stopped = await service.StopAsync(id, cancellationToken).ConfigureAwait(false);
                if (PassThru) WriteObject(await stopped.ReadAsync(cancellationToken).ConfigureAwait(false));
            }, id).ConfigureAwait(false);
        }
    }
}
