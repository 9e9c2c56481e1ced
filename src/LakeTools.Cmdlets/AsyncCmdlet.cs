using System.Management.Automation;
using System.Management.Automation.Host;
using System.Reflection;
using System.Runtime.ExceptionServices;
using LakeTools.Rules.Errors;
using Microsoft.PowerShell.Commands;

namespace LakeTools.Cmdlets;

/// <summary>
/// A cmdlet whose body is asynchronous. The body runs on the thread pool. What it says to the engine (objects, errors, progress,
/// questions) goes to the pipeline's thread through a <see cref="MessageQueue"/>, since the engine accepts it from no other thread.
/// A body that only reads runs ahead of the pipeline, and waits only for room in the queue and for answers to questions. A body that
/// changes things (SupportsShouldProcess) waits after each message: the answer may be to stop, as with -ErrorAction Stop or
/// Select-Object -First, and then nothing more may be changed.
/// </summary>
public abstract class AsyncCmdlet : PSCmdlet, IDisposable
{
    private const int PollMilliseconds = 100;
    private static readonly TimeSpan s_stopGrace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_abandonGrace = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop = new();
    private readonly MessageQueue _queue = new();
    private readonly bool _changesThings;
    private ExceptionDispatchInfo? _engineFault;
    private int _pipelineThread;
    private PSHost? _host;
    private bool _isOver;

    /// <summary>Makes the cmdlet.</summary>
    protected AsyncCmdlet() =>
        _changesThings = GetType().GetCustomAttribute<CmdletAttribute>() is { SupportsShouldProcess: true };

    /// <summary>Cancelled when the pipeline is stopped, by Ctrl+C or by a command downstream that has enough.</summary>
    protected CancellationToken CancellationToken => _stop.Token;

    /// <summary>
    /// Releases what the cmdlet holds. Where another command has ended the pipeline between two records, the engine calls nothing else:
    /// then this is where <see cref="AbandonAsync"/> runs.
    /// </summary>
    public void Dispose()
    {
        Abandon();
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The asynchronous BeginProcessing.</summary>
    /// <param name="cancellationToken">Cancelled when the pipeline stops.</param>
    /// <returns>The work.</returns>
    protected virtual Task BeginProcessingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The asynchronous ProcessRecord.</summary>
    /// <param name="cancellationToken">Cancelled when the pipeline stops.</param>
    /// <returns>The work.</returns>
    protected virtual Task ProcessRecordAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Takes a record at once on the pipeline's thread, for commands that gather many small ones: the way through the thread
    /// pool would cost more than the record. What it throws is told as what the body throws is.
    /// </summary>
    /// <returns>False to take the record with <see cref="ProcessRecordAsync"/>.</returns>
    protected virtual bool TryProcessRecord() => false;

    /// <summary>The asynchronous EndProcessing.</summary>
    /// <param name="cancellationToken">Cancelled when the pipeline stops.</param>
    /// <returns>The work.</returns>
    protected virtual Task EndProcessingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Takes back or counts what was begun, where the pipeline ends before <see cref="EndProcessingAsync"/> has done its work: it was
    /// stopped, another command ended it, or an error did. Runs once, after the body at hand, for ten seconds at most. The pipeline
    /// takes nothing more then; what the user has to know is the result.
    /// </summary>
    /// <returns>A warning, which the host shows; null for none.</returns>
    protected virtual Task<string?> AbandonAsync() => Task.FromResult<string?>(null);

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        _host = Host;
        try
        {
            Pump(BeginProcessingAsync);
        }
        catch
        {
            Abandon();
            throw;
        }
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        try
        {
            TakeRecord();
        }
        catch
        {
            Abandon();
            throw;
        }
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        try
        {
            _isOver = Pump(EndProcessingAsync);
        }
        finally
        {
            Abandon();
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => Cancel();

    /// <summary>Releases what the cmdlet holds.</summary>
    /// <param name="disposing">True when called by Dispose.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing) _stop.Dispose();
    }

    /// <summary>
    /// Ends the pipeline with an error record for an exception of the body; what is the engine's goes on as it is. Runs on the
    /// pipeline's thread.
    /// </summary>
    /// <param name="exception">What the body threw.</param>
    protected virtual void OnFailure(Exception exception)
    {
        if (ErrorRecords.IsOfEngine(exception)) ExceptionDispatchInfo.Throw(exception);
        ThrowTerminatingError(ErrorRecords.From(exception, MyInvocation.MyCommand.Name, null));
    }

    /// <summary>Makes the path of a file or folder absolute against PowerShell's current location.</summary>
    /// <param name="path">A path of the file system; wildcards are not expanded.</param>
    /// <returns>The absolute path.</returns>
    /// <exception cref="LakeException"><c>PathNotFileSystem</c>.</exception>
    protected string FullPath(string path) => Ask(() =>
    {
        try
        {
            var full = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            CheckProvider(path, provider);
            return full;
        }
        catch (SessionStateException exception)
        {
            throw NotFileSystem(path, exception.Message.TrimEnd('.'), exception); // no such drive or provider
        }
    });

    /// <summary>Checks that a path is one of the file system.</summary>
    /// <param name="path">The path as it was given.</param>
    /// <param name="provider">The provider that PowerShell found for it.</param>
    /// <exception cref="LakeException"><c>PathNotFileSystem</c>.</exception>
    protected static void CheckProvider(string path, ProviderInfo provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        if (!string.Equals(provider.Name, FileSystemProvider.ProviderName, StringComparison.OrdinalIgnoreCase))
            throw NotFileSystem(path, $"it belongs to the provider {provider.Name}", null);
    }

    /// <summary>Ends the pipeline with an error.</summary>
    /// <param name="error">The error.</param>
    protected new void ThrowTerminatingError(ErrorRecord error) => base.ThrowTerminatingError(Readable(error));

    /// <summary>Writes an object.</summary>
    /// <param name="value">The object.</param>
    protected new void WriteObject(object? value) => WriteObject(value, false, 1);

    /// <summary>Writes an object, or each item of a collection.</summary>
    /// <param name="value">The object.</param>
    /// <param name="enumerateCollection">True to write the items.</param>
    protected new void WriteObject(object? value, bool enumerateCollection) => WriteObject(value, enumerateCollection, 1);

    /// <summary>Writes an object that holds many, or each item of a collection.</summary>
    /// <param name="value">The object. Items are read on the pipeline's thread, perhaps later.</param>
    /// <param name="enumerateCollection">True to write the items.</param>
    /// <param name="weight">How many objects it counts for where the body runs ahead.</param>
    protected void WriteObject(object? value, bool enumerateCollection, int weight)
    {
        if (enumerateCollection) Say(static (cmdlet, value) => cmdlet.WriteObject(value, true), value, weight);
        else Say(static (cmdlet, value) => cmdlet.WriteObject(value), value, weight);
    }

    /// <summary>Writes a non-terminating error.</summary>
    /// <param name="error">The error.</param>
    protected new void WriteError(ErrorRecord error) =>
        Say(static (cmdlet, value) => cmdlet.WriteError(((AsyncCmdlet)cmdlet).Readable((ErrorRecord)value!)), error);

    /// <summary>Writes a warning.</summary>
    /// <param name="text">The text.</param>
    protected new void WriteWarning(string text) => Say(static (cmdlet, value) => cmdlet.WriteWarning((string)value!), text);

    /// <summary>Writes a verbose message.</summary>
    /// <param name="text">The text.</param>
    protected new void WriteVerbose(string text) => Say(static (cmdlet, value) => cmdlet.WriteVerbose((string)value!), text);

    /// <summary>Writes a debug message.</summary>
    /// <param name="text">The text.</param>
    protected new void WriteDebug(string text) => Say(static (cmdlet, value) => cmdlet.WriteDebug((string)value!), text);

    /// <summary>Writes an information record.</summary>
    /// <param name="record">The record.</param>
    protected new void WriteInformation(InformationRecord record) =>
        Say(static (cmdlet, value) => cmdlet.WriteInformation((InformationRecord)value!), record);

    /// <summary>Shows progress.</summary>
    /// <param name="record">The progress.</param>
    protected new void WriteProgress(ProgressRecord record) =>
        Say(static (cmdlet, value) => cmdlet.WriteProgress((ProgressRecord)value!), record);

    /// <summary>Asks whether to go on, as -WhatIf and -Confirm say.</summary>
    /// <param name="target">What is changed.</param>
    /// <param name="action">How it is changed.</param>
    /// <returns>True to go on.</returns>
    protected new bool ShouldProcess(string target, string action) => Ask(() => base.ShouldProcess(target, action));

    /// <summary>Asks a question that -Confirm does not cover.</summary>
    /// <param name="query">The question.</param>
    /// <param name="caption">Its title.</param>
    /// <returns>True for yes.</returns>
    protected new bool ShouldContinue(string query, string caption) => Ask(() => base.ShouldContinue(query, caption));

    /// <summary>
    /// Runs something on the pipeline's thread, where alone session state and providers may be used, after all that was said before.
    /// </summary>
    /// <param name="question">What to run.</param>
    /// <returns>Its result.</returns>
    protected T Ask<T>(Func<T> question)
    {
        T result = default!;
        ExceptionDispatchInfo? fault = null;
        var ask = () =>
        {
            try
            {
                result = question();
            }
            catch (Exception exception) when (exception is not RuntimeException)
            {
                // Not the engine's business, which would end the pipeline: the body that asked gets it.
                fault = ExceptionDispatchInfo.Capture(exception);
            }
        };
        Say(static (_, value) => ((Action)value!)(), ask, isAnswerNeeded: true);
        fault?.Throw();
        return result;
    }

    private ErrorRecord Readable(ErrorRecord error) => ErrorRecords.Readable(error, SessionState.PSVariable.GetValue("ErrorView"));

    private static LakeException NotFileSystem(string path, string reason, Exception? cause) =>
        Fault.PathNotFileSystem(path, reason, inner: cause);

    private void TakeRecord()
    {
        try
        {
            if (TryProcessRecord()) return;
        }
        catch (Exception exception)
        {
            OnFailure(exception);
            return;
        }

        Pump(ProcessRecordAsync);
    }

    private void Abandon()
    {
        if (_isOver) return;
        _isOver = true;
        try
        {
            var work = Task.Run(AbandonAsync);
            if (work.Wait(s_abandonGrace) && work.Result is { } warning) _host?.UI?.WriteWarningLine(warning);
        }
        catch (AggregateException failure) when (ErrorRecords.IsOurs(failure.InnerException!))
        {
            // What ended the pipeline is the error to show.
        }
    }

    /// <summary>Runs a body and serves what it says.</summary>
    /// <returns>False where it failed with an error that the rest of the pipeline outlives.</returns>
    private bool Pump(Func<CancellationToken, Task> body)
    {
        _pipelineThread = Environment.CurrentManagedThreadId;
        if (_stop.IsCancellationRequested) throw new PipelineStoppedException();
        var token = _stop.Token;
        _queue.Begin();
        var task = Task.Run(() => body(token), CancellationToken.None);
        task.ContinueWith(
            static (_, queue) => ((MessageQueue)queue!).Complete(),
            _queue,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        Serve(token);
        _engineFault?.Throw();
        if (!task.IsCompleted) throw new PipelineStoppedException();
        try
        {
            task.GetAwaiter().GetResult();
            return true;
        }
        catch (OperationCanceledException) when (Stopping || token.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (PipelineStoppedException)
        {
            throw;
        }
        catch (Exception exception)
        {
            OnFailure(exception);
            return false;
        }
    }

    /// <summary>Says to the engine what the body says, until the body ends, or until it has had its time to end after a stop.</summary>
    private void Serve(CancellationToken token)
    {
        var deadline = long.MaxValue;
        while (_queue.TryTake(PollMilliseconds, out var batch))
        {
            foreach (var message in batch)
                if (!TryDeliver(message)) break;
            if (!token.IsCancellationRequested) continue;
            if (deadline == long.MaxValue) deadline = Environment.TickCount64 + (long)s_stopGrace.TotalMilliseconds;
            if (Environment.TickCount64 <= deadline) continue;
            _queue.Close(); // the body does not heed its token: leave it behind
            return;
        }
    }

    /// <summary>Says something to the engine. What the engine throws ends the body too; the engine gets it back after that.</summary>
    private bool TryDeliver(Message message)
    {
        try
        {
            message.Deliver(this, message.Value);
            return true;
        }
        catch (Exception exception)
        {
            // The pipeline is stopping, or a command downstream threw.
            _engineFault = ExceptionDispatchInfo.Capture(exception);
            _queue.Close();
            Cancel();
            return false;
        }
    }

    private void Say(Action<Cmdlet, object?> deliver, object? value, int weight = 1, bool isAnswerNeeded = false)
    {
        var message = new Message(deliver, value);
        if (Environment.CurrentManagedThreadId == _pipelineThread)
        {
            if (!TryDeliver(message)) _engineFault!.Throw();
            return;
        }

        var number = _queue.Add(message, weight);
        if (isAnswerNeeded || _changesThings) _queue.WaitFor(number);
    }

    private void Cancel()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The pipeline ended before the stop arrived.
        }
    }
}
