using System.Runtime.CompilerServices;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;

namespace LakeTools.Core.Jobs;

/// <summary>Reads a log stream as it grows: each reading continues where the last one ended.</summary>
internal sealed class LogTail(IAmazonCloudWatchLogs client, string group, string stream, DateTime? from = null)
{
    private string? _next;

    /// <summary>The stream's name.</summary>
    public string Stream => stream;

    /// <summary>Reads what there is and has not been read; nothing where the stream is not there yet.</summary>
    public async IAsyncEnumerable<OutputLogEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await PageAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            foreach (var item in page.Events ?? []) yield return item;
            var isLast = page.NextForwardToken == _next;
            _next = page.NextForwardToken;
            if (isLast) yield break;
        }
    }

    /// <summary>The last events of the stream.</summary>
    public async Task<IReadOnlyList<OutputLogEvent>> LastAsync(int count, CancellationToken cancellationToken)
    {
        var request = new GetLogEventsRequest { LogGroupName = group, LogStreamName = stream, Limit = count };
        return (await OrNullAsync(request, cancellationToken).ConfigureAwait(false))?.Events ?? [];
    }

    private Task<GetLogEventsResponse?> PageAsync(CancellationToken cancellationToken) => OrNullAsync(
        new GetLogEventsRequest { LogGroupName = group, LogStreamName = stream, StartFromHead = true, StartTime = from, NextToken = _next },
            cancellationToken);

    private async Task<GetLogEventsResponse?> OrNullAsync(GetLogEventsRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetLogEventsAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
            return null; // the run has written nothing yet
        }
    }
}
