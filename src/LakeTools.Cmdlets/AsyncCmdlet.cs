using System.Collections.Concurrent;
using System.Management.Automation;
using System.Runtime.ExceptionServices;
using LakeTools.Rules.Errors;
using Microsoft.PowerShell.Commands;

namespace LakeTools.Cmdlets;

/// <summary>
/// A cmdlet whose body is asynchronous. The body runs on the thread pool; whatever it says to the engine (objects,
/// errors, progress, questions) is carried to the pipeline's thread through a bounded queue, since the engine takes it
/// from nowhere else. A full queue makes the body wait, so that memory stays flat behind a slow consumer.
/// </summary>
public abstract class AsyncCmdlet : PSCmdlet, IDisposable
{
    private const int QueueLength = 256;
    private static readonly TimeSpan s_stopGrace = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stop = new();
    private BlockingCollection<Request>? _queue;
    private ExceptionDispatchInfo? _engineFault;
    private int _pipelineThread;

    /// <summary>Cancelled when the pipeline is stopped, by Ctrl+C or by a command downstream that has enough.</summary>
    protected CancellationToken CancellationToken => _stop.Token;

    /// <summary>Releases the token source.</summary>
    public void Dispose()
    {
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

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => Pump(BeginProcessingAsync);

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
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

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Pump(EndProcessingAsync);

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
    protected new void WriteObject(object? value) => Send(() => base.WriteObject(value));

    /// <summary>Writes an object, or each item of a collection.</summary>
    /// <param name="value">The object.</param>
    /// <param name="enumerateCollection">True to write the items.</param>
    protected new void WriteObject(object? value, bool enumerateCollection) => Send(() => base.WriteObject(value, enumerateCollection));

    /// <summary>Writes a non-terminating error.</summary>
    /// <param name="error">The error.</param>
    protected new void WriteError(ErrorRecord error) => Send(() => base.WriteError(Readable(error)));

    /// <summary>Writes a warning.</summary>
    /// <param name="text">The text.</param>
    protected new void WriteWarning(string text) => Send(() => base.WriteWarning(text));

    /// <summary>Writes a verbose message.</summary>
    /// <param name="text">The text.</param>
    protected new void WriteVerbose(string text) => Send(() => base.WriteVerbose(text));

    /// <summary>Writes a debug message.</summary>
    /// <param name="text">The text.</param>
    protected new void WriteDebug(string text) => Send(() => base.WriteDebug(text));

    /// <summary>Writes an information record.</summary>
    /// <param name="record">The record.</param>
    protected new void WriteInformation(InformationRecord record) => Send(() => base.WriteInformation(record));

    /// <summary>Shows progress.</summary>
    /// <param name="record">The progress.</param>
    protected new void WriteProgress(ProgressRecord record) => Send(() => base.WriteProgress(record));

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

    /// <summary>Runs something on the pipeline's thread, where alone session state and providers may be used.</summary>
    /// <param name="question">What to run.</param>
    /// <returns>Its result.</returns>
    protected T Ask<T>(Func<T> question)
    {
        T result = default!;
        ExceptionDispatchInfo? fault = null;
        Send(() =>
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
        });
        fault?.Throw();
        return result;
    }

    private ErrorRecord Readable(ErrorRecord error) => ErrorRecords.Readable(error, SessionState.PSVariable.GetValue("ErrorView"));

    private static LakeException NotFileSystem(string path, string reason, Exception? cause) =>
        Fault.PathNotFileSystem(path, reason, inner: cause);

    private void Pump(Func<CancellationToken, Task> body)
    {
        _pipelineThread = Environment.CurrentManagedThreadId;
        if (_stop.IsCancellationRequested) throw new PipelineStoppedException();
        var token = _stop.Token;
        using var queue = new BlockingCollection<Request>(QueueLength);
        _queue = queue;
        var task = Task.Run(() => body(token), CancellationToken.None);
        task.ContinueWith(static (_, state) => CompleteAdding((BlockingCollection<Request>)state!), queue,
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        Serve(queue, token);
        _queue = null;
        _engineFault?.Throw();
        if (!task.IsCompleted) throw new PipelineStoppedException();
        try
        {
            task.GetAwaiter().GetResult();
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
        }
    }

    /// <summary>Carries out the body's requests until it ends, or until it has had its time to end after a stop.</summary>
    private void Serve(BlockingCollection<Request> queue, CancellationToken token)
    {
        var deadline = long.MaxValue;
        while (true)
        {
            if (queue.TryTake(out var request, token.IsCancellationRequested ? 20 : 100))
            {
                Answer(request);
                continue;
            }

            if (queue.IsCompleted) return;
            if (!token.IsCancellationRequested) continue;
            if (deadline == long.MaxValue) deadline = Environment.TickCount64 + (long)s_stopGrace.TotalMilliseconds;
            else if (Environment.TickCount64 > deadline) return; // the body does not heed its token: leave it behind
        }
    }

    private void Answer(Request request)
    {
        if (_engineFault is { } fault)
        {
            request.Done.SetException(fault.SourceException);
            return;
        }

        try
        {
            request.Action();
            request.Done.SetResult();
        }
        catch (Exception exception)
        {
            // The pipeline is stopping, or a command downstream threw: the body unwinds, and the engine gets its exception back.
            _engineFault = ExceptionDispatchInfo.Capture(exception);
            request.Done.SetException(exception);
            Cancel();
        }
    }

    private void Send(Action action)
    {
        if (Environment.CurrentManagedThreadId == _pipelineThread)
        {
            action();
            return;
        }

        var request = new Request(action, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            (_queue ?? throw new PipelineStoppedException()).Add(request, CancellationToken.None);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ObjectDisposedException)
        {
            throw new PipelineStoppedException();
        }

        request.Done.Task.GetAwaiter().GetResult();
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

    private static void CompleteAdding(BlockingCollection<Request> queue)
    {
        try
        {
            queue.CompleteAdding();
        }
        catch (ObjectDisposedException)
        {
            // The body was left behind after a stop and ended only now.
        }
    }

    private sealed record Request(Action Action, TaskCompletionSource Done);
}
