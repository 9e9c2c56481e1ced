using System.Threading.Channels;
using LakeTools.Local.Context;
using LakeTools.Local.Glue.Jobs;
using LakeTools.Local.Logs;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Jobs;

/// <summary>Carries a run's lines to its log streams, as many in one write as have come in the meantime.</summary>
internal sealed class JobLog : IAsyncDisposable
{
    private const int BatchSize = 1000;
    private const int MaximumLine = 256 * 1024;

    private readonly Channel<(string Group, LogEvent Event)> _lines =
        Channel.CreateBounded<(string, LogEvent)>(new BoundedChannelOptions(BatchSize * 4) { SingleReader = true });

    private readonly LakeStore _store;
    private readonly LakeContext _lake;
    private readonly JobRunRecord _run;
    private readonly Task _writing;

    public JobLog(LakeStore store, LakeContext lake, JobRunRecord run)
    {
        (_store, _lake, _run) = (store, lake, run);
        _store.Write(session =>
        {
            var logs = new LogStore(session, lake);
            foreach (var group in new[] { JobLogGroups.Output(run), JobLogGroups.Error(run) })
            {
                logs.CreateGroup(group, []);
                logs.CreateStream(group, run.Id);
            }
        });
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Reads a stream of the process to its end. A full queue makes the process wait.</summary>
    public async Task ReadAsync(TextReader reader, string group, CancellationToken cancellationToken)
    {
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.Length == 0) continue; // CloudWatch Logs takes no empty message
            var message = line.Length <= MaximumLine ? line : line[..MaximumLine];
            await _lines.Writer.WriteAsync((group, new LogEvent(_lake.Clock.Now(), message)), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes what is left.</summary>
    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
    }

    private async Task WriteAsync()
    {
        var batch = new List<(string Group, LogEvent Event)>();
        while (await _lines.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (batch.Count < BatchSize && _lines.Reader.TryRead(out var line)) batch.Add(line);
            _store.Write(session =>
            {
                var logs = new LogStore(session, _lake);
                foreach (var group in batch.GroupBy(line => line.Group, line => line.Event)) logs.Append(group.Key, _run.Id, group);
            });
            batch.Clear();
        }
    }
}
