using System.Management.Automation;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets;

/// <summary>
/// The base of every cmdlet that talks to a lake, and the only place that turns Core's exceptions and progress into what
/// PowerShell shows. What a body throws is a non-terminating error of the item at hand, so that the rest of the pipeline
/// goes on; only what no further item could survive (no credentials, no region) ends the pipeline.
/// </summary>
public abstract class LakeCmdlet : AsyncCmdlet
{
    private LakeConnection? _connection;
    private readonly InputProperties? _input; // null where nothing is taken from piped objects

    /// <summary>Makes the cmdlet.</summary>
    protected LakeCmdlet() => _input = this is IInputTaker taker ? new InputProperties(taker) : null;

    /// <summary>
    /// <para type="description">The lake to use: what Connect-Lake emits with -PassThru. Default: the last connection
    /// that Connect-Lake made; without one, the AWS SDK's default credentials and region.</para>
    /// </summary>
    [Parameter]
    public LakeConnection? Connection { get; set; }

    /// <summary>The connection that this invocation uses.</summary>
    protected LakeConnection Lake => _connection ??= Connection ?? Ask(() => DefaultConnection.Get(SessionState));

    /// <summary>Whether a parameter was typed, bound from the pipeline, or given by a piped object.</summary>
    private protected bool IsGiven(string parameter) =>
        MyInvocation.BoundParameters.ContainsKey(parameter) || _input?.Gave(parameter) == true;

    /// <summary>Whether the piped object is what the Get command of the noun returns, and not a row of parameters.</summary>
    private protected bool IsCopy => this is IInputTaker taker && _input?.IsKind(taker.InputObject) == true;

    /// <summary>Writes every item as it comes.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>The work.</returns>
    protected async Task WriteAllAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items.WithCancellation(CancellationToken).ConfigureAwait(false)) WriteObject(item);
    }

    /// <summary>Does one of several pieces of work; its failure is a non-terminating error, and the rest may go on.</summary>
    /// <param name="work">The work.</param>
    /// <param name="target">The object at fault where the exception names none.</param>
    /// <returns>True where it succeeded.</returns>
    protected async Task<bool> TryAsync(Func<Task> work, object? target = null)
    {
        try
        {
            await work().ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (ErrorRecords.IsOurs(exception) && !ErrorRecords.EndsPipeline(exception))
        {
            WriteError(ErrorRecords.From(exception, MyInvocation.MyCommand.Name, target));
            return false;
        }
    }

    /// <summary>Does one of several pieces of work that wait for nothing, as <see cref="TryAsync"/> does.</summary>
    /// <param name="work">The work.</param>
    /// <param name="target">The object at fault where the exception names none.</param>
    /// <returns>True where it succeeded.</returns>
    protected bool Try(Action work, object? target = null)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception exception) when (ErrorRecords.IsOurs(exception) && !ErrorRecords.EndsPipeline(exception))
        {
            WriteError(ErrorRecords.From(exception, MyInvocation.MyCommand.Name, target));
            return false;
        }
    }

    /// <summary>Writes the failure of one of several things that one call was about.</summary>
    /// <param name="failure">The error, which names the thing at fault.</param>
    protected void WriteFailure(LakeException failure) => WriteError(ErrorRecords.From(failure, MyInvocation.MyCommand.Name, null));

    /// <summary>Shows the progress of work that takes over a second.</summary>
    /// <returns>What Core reports to.</returns>
    protected ProgressReporter Progress() => new(WriteProgress);

    /// <inheritdoc/>
    protected override void BeginRecord()
    {
        if (_input is null) return;
        _input.Take(MyInvocation.BoundParameters, WasTyped);
        var input = (IInputTaker)this;
        if (IsCopy && string.Join(", ", input.NotTaken) is { Length: > 0 } lost)
            WriteWarning($"Not copied from {input.InputObject}: {lost}.");
    }

    /// <inheritdoc/>
    protected override void OnFailure(Exception exception)
    {
        if (ErrorRecords.IsOurs(exception) && !ErrorRecords.EndsPipeline(exception))
            WriteError(ErrorRecords.From(exception, MyInvocation.MyCommand.Name, null));
        else base.OnFailure(exception);
    }
}
