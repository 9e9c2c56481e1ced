using System.Management.Automation;
using System.Runtime.ExceptionServices;

namespace LakeTools.Cmdlets;

/// <summary>
/// Runs the bodies of a cmdlet on the thread pool. Their messages to the engine (objects, errors, progress, prompts) are passed to the
/// pipeline's thread through a <see cref="MessageQueue"/>, because the engine accepts them only there. A body that only reads runs
/// ahead of the pipeline, and waits only if the queue is full or for the result of a prompt. A body that makes changes waits after each
/// message: the pipeline may stop, as with -ErrorAction Stop or Select-Object -First, and then it must make no further changes.
/// </summary>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="changesThings">True for one that supports ShouldProcess.</param>
internal sealed class PipelineBridge(Cmdlet cmdlet, bool changesThings) : IDisposable
{
    private const int PollMilliseconds = 100;

    /// <summary>The time that a body has to end after a stop. A body that ignores its token is abandoned then.</summary>
    private const int StopMilliseconds = 1000;

    private readonly CancellationTokenSource _stop = new();
    private readonly MessageQueue _queue = new();
    private ExceptionDispatchInfo? _engineFault;
    private int _pipelineThread;

    /// <summary>The body that was run last.</summary>
    public Task Body { get; private set; } = Task.CompletedTask;

    /// <summary>Cancelled when the pipeline is stopped.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Runs a body and processes its messages. Called on the pipeline's thread.</summary>
    /// <param name="body">The body.</param>
    /// <returns>The exception of the body; null if it succeeded.</returns>
    /// <exception cref="PipelineStoppedException">The pipeline is stopped. Other exceptions of the engine are thrown unchanged.</exception>
    public Exception? Run(Func<CancellationToken, Task> body)
    {
        _pipelineThread = Environment.CurrentManagedThreadId;
        if (_stop.IsCancellationRequested) throw new PipelineStoppedException();
        var token = _stop.Token;
        _queue.Begin();
        Body = Task.Run(() => body(token), CancellationToken.None);
        Body.ContinueWith(
            static (_, queue) => ((MessageQueue)queue!).Complete(),
            _queue,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        Serve(token);
        _engineFault?.Throw();
        if (!Body.IsCompleted) throw new PipelineStoppedException();
        try
        {
            Body.GetAwaiter().GetResult();
            return null;
        }
        catch (OperationCanceledException) when (cmdlet.Stopping || token.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (PipelineStoppedException)
        {
            throw;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    /// <summary>Sends a message to the engine. Called by bodies, and on the pipeline's thread.</summary>
    /// <param name="message">The message.</param>
    /// <param name="weight">The number of objects in it.</param>
    /// <param name="isAnswerNeeded">True to wait until it was processed.</param>
    /// <exception cref="PipelineStoppedException">The pipeline is stopped.</exception>
    public void Say(Message message, int weight = 1, bool isAnswerNeeded = false)
    {
        if (Environment.CurrentManagedThreadId == _pipelineThread)
        {
            if (!TryDeliver(message)) _engineFault!.Throw();
            return;
        }

        var number = _queue.Add(message, weight);
        if (isAnswerNeeded || changesThings) _queue.WaitFor(number);
    }

    /// <summary>Runs a function on the pipeline's thread, after all earlier messages.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="question">The function to run.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="PipelineStoppedException">The pipeline is stopped. Exceptions of the function are thrown unchanged.</exception>
    public T Ask<T>(Func<T> question)
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
                // In the engine, the exception would end the pipeline. It is thrown to the body that called.
                fault = ExceptionDispatchInfo.Capture(exception);
            }
        };
        Say(new Message(static (_, value) => ((Action)value!)(), ask), isAnswerNeeded: true);
        fault?.Throw();
        return result;
    }

    /// <summary>Stops the body. Called on any thread.</summary>
    public void Stop()
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

    /// <summary>Releases the source of the token when no body uses it.</summary>
    public void Dispose() => _stop.Dispose();

    /// <summary>Passes messages of the body to the engine, until the body ends, or until its time to end after a stop is over.</summary>
    private void Serve(CancellationToken token)
    {
        var deadline = long.MaxValue;
        while (_queue.TryTake(PollMilliseconds, out var batch))
        {
            foreach (var message in batch)
                if (!TryDeliver(message)) break;
            if (cmdlet.Stopping) Stop(); // a stop that came before the engine could tell this cmdlet
            if (!token.IsCancellationRequested) continue;
            if (deadline == long.MaxValue) deadline = Environment.TickCount64 + StopMilliseconds;
            if (Environment.TickCount64 <= deadline) continue;
            _queue.Close();
            return;
        }
    }

    /// <summary>Passes a message to the engine. An exception of the engine also ends the body, and is then thrown to the engine.</summary>
    private bool TryDeliver(Message message)
    {
        try
        {
            message.Deliver(cmdlet, message.Value);
            return true;
        }
        catch (Exception exception)
        {
            // The pipeline is stopping, or a command downstream threw.
            _engineFault = ExceptionDispatchInfo.Capture(exception);
            _queue.Close();
            Stop();
            return false;
        }
    }
}
