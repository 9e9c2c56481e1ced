using System.Management.Automation;
using LakeTools.Core.Queries;

namespace LakeTools.Cmdlets.Queries;

/// <summary>
/// <para type="synopsis">Runs a SQL query and returns the rows of its result.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "LakeQuery")]
[OutputType(typeof(LakeRow), typeof(PSObject), typeof(LakeRowBatch))]
public sealed class InvokeLakeQueryCommand : QueryCmdlet
{
    private QueryOutput? _output;

    /// <summary>The time limit of the query in seconds. After that, the query is stopped. Default: no limit.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? TimeoutSeconds { get; set; }

    /// <summary>Returns batches of rows for Export-LakeData, instead of an object for each row.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        _output ??= new QueryOutput(Lake, WriteObjects, WriteWarning);
        using var progress = Progress();
        TimeSpan? timeout = TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        var started = await new QueryService(Lake).StartAsync(Start, cancellationToken).ConfigureAwait(false);
        var query = await started.ReadAsync(cancellationToken).ConfigureAwait(false);
        await _output.WriteAsync(query, timeout, Raw, progress, cancellationToken).ConfigureAwait(false);
    }, Query);

    /// <inheritdoc/>
    protected override Task<string?> AbandonAsync() => _output?.StopAsync() ?? Task.FromResult<string?>(null);
}
