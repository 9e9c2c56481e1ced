using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>
/// Carries what a body says to the pipeline's thread, in order and in batches: while the pipeline serves a batch, the body fills the next.
/// A full batch makes the body wait, so that memory stays flat behind a slow consumer.
/// </summary>
internal sealed class MessageQueue
{
    /// <summary>The objects that a batch holds. Two batches are under way at most: one is filled, the other one served.</summary>
    private const int Capacity = 128;

    /// <summary>How many objects wake a pipeline that has just served others: to wake it for each costs more than the object.</summary>
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

    /// <summary>Adds a message, and waits for room before.</summary>
    /// <param name="message">The message.</param>
    /// <param name="weight">How many objects it holds. One that is heavier than a batch is a batch of its own.</param>
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

    /// <summary>Waits until the pipeline has served a message.</summary>
    /// <param name="number">What <see cref="Add"/> returned.</param>
    /// <exception cref="PipelineStoppedException">The queue was closed before.</exception>
    public void WaitFor(long number)
    {
        lock (_gate)
        {
            while (!_isClosed && _servedCount < number) WaitForPipeline();
            if (_servedCount < number) throw new PipelineStoppedException();
        }
    }

    /// <summary>Takes the next batch. The batch before it counts as served, unless the queue was closed meanwhile.</summary>
    /// <param name="milliseconds">How long to wait for a message.</param>
    /// <param name="batch">The messages; none where none came in time. Valid until the next call.</param>
    /// <returns>False once the body has ended and all is served.</returns>
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

    /// <summary>Says that the body has ended.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Drops what is not served, and takes nothing more: whoever waits, adds or asks gets a PipelineStoppedException.</summary>
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
