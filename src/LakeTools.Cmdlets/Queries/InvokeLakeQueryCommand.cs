using System.Management.Automation;
using LakeTools.Core.Queries;

namespace LakeTools.Cmdlets.Queries;

/// <summary>
/// <para type="synopsis">Asks the lake in SQL and emits the rows of the answer.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "LakeQuery")]
[OutputType(typeof(LakeRow), typeof(LakeRowBatch))]
public sealed class InvokeLakeQueryCommand : QueryCmdlet
{
    private QueryOutput? _output;

    /// <summary>How many seconds the query may take; then it is stopped. Default: as long as it takes.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? TimeoutSeconds { get; set; }

    /// <summary>Emits batches of rows, as Export-LakeData takes them, and not an object a row.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        _output ??= new QueryOutput(Lake, WriteObject);
        using var progress = Progress();
        TimeSpan? timeout = TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        var query = await new QueryService(Lake).StartAsync(Start, cancellationToken).ConfigureAwait(false);
        await _output.WriteAsync(query, timeout, Raw, progress, cancellationToken).ConfigureAwait(false);
    }, Query);

    /// <inheritdoc/>
    protected override Task<string?> AbandonAsync() => _output?.StopAsync() ?? Task.FromResult<string?>(null);
}
