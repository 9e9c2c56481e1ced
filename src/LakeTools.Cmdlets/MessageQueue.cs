using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>
/// Passes messages of a body to the pipeline's thread, in order and in batches: while the pipeline processes a batch, the body fills the
/// next. If a batch is full, the body waits, so memory use does not grow if the consumer is slow.
/// </summary>
internal sealed class MessageQueue
{
    /// <summary>The number of objects in a batch. There are at most two batches: one is filled, and the other is processed.</summary>
    private const int Capacity = 128;

    /// <summary>The number of objects that wake a busy pipeline. To wake it for each object would cost more than the object.</summary>
    private const int Several = 32;

    private const int GatherMilliseconds = 1;

    private readonly object _gate = new();
    private List<Message> _filled = [];
    private List<Message> _served = [];
    private int _weight; // of what is filled
    private long _addedCount;
    private long _servedCount;
    private int _wakesAt = Several;
    private bool _isAwaited; // the body does nothing until the batch is taken
    private bool _isComplete = true;
    private bool _isClosed;

    /// <summary>Adds a message, and first waits for space in the batch.</summary>
    /// <param name="message">The message.</param>
    /// <param name="weight">The number of objects in it. A message with more objects than a batch is a separate batch.</param>
    /// <returns>The message's number, for <see cref="WaitFor"/>.</returns>
    /// <exception cref="PipelineStoppedException">The queue is closed, or the body has ended.</exception>
    public long Add(Message message, int weight)
    {
        lock (_gate)
        {
            while (!_isClosed && _weight > 0 && _weight + weight > Capacity) WaitForPipeline();
            if (_isClosed || _isComplete) throw new PipelineStoppedException();
            _filled.Add(message);
            _weight += weight;
            if (_weight >= _wakesAt) Monitor.PulseAll(_gate);
            return ++_addedCount;
        }
    }

    /// <summary>Waits until the pipeline has processed a message.</summary>
    /// <param name="number">The number that <see cref="Add"/> returned.</param>
    /// <exception cref="PipelineStoppedException">The queue was closed before.</exception>
    public void WaitFor(long number)
    {
        lock (_gate)
        {
            while (!_isClosed && _servedCount < number) WaitForPipeline();
            if (_servedCount < number) throw new PipelineStoppedException();
        }
    }

    /// <summary>Gets the next batch. The previous batch counts as processed, unless the queue was closed in the meantime.</summary>
    /// <param name="milliseconds">The time to wait for a message.</param>
    /// <param name="batch">The messages; none if none came in time. Valid until the next call.</param>
    /// <returns>False when the body has ended and all messages are processed.</returns>
    public bool TryTake(int milliseconds, out List<Message> batch)
    {
        lock (_gate)
        {
            if (!_isClosed) _servedCount += _served.Count;
            _served.Clear();
            Monitor.PulseAll(_gate);
            _wakesAt = Several;
            if (_weight < Several && !_isAwaited && !_isComplete) Monitor.Wait(_gate, GatherMilliseconds);
            _wakesAt = 1;
            if (_filled.Count == 0 && !_isComplete) Monitor.Wait(_gate, milliseconds);
            (_filled, _served) = (_served, _filled);
            _weight = 0;
            _isAwaited = false;
            Monitor.PulseAll(_gate);
            batch = _served;
            return _served.Count > 0 || !_isComplete;
        }
    }

    /// <summary>Begins with the next body.</summary>
    public void Begin()
    {
        lock (_gate) _isComplete = false;
    }

    /// <summary>Marks the end of the body.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Drops unprocessed messages and accepts no others: callers that wait, add or ask get a PipelineStoppedException.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            _filled.Clear();
            Monitor.PulseAll(_gate);
        }
    }

    private void WaitForPipeline()
    {
        if (!_isAwaited)
        {
            _isAwaited = true;
            Monitor.PulseAll(_gate);
        }

        Monitor.Wait(_gate);
    }
}
