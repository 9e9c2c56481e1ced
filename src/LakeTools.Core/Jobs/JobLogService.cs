using System.Runtime.CompilerServices;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using LakeTools.Core.Secrets;

namespace LakeTools.Core.Jobs;

/// <summary>Reads the logs of job runs: standard output and standard error, in the streams named after the run.</summary>
/// <param name="connection">The lake.</param>
public sealed class JobLogService(LakeConnection connection)
{
    private const string DefaultGroup = "/aws-glue/jobs";
    private const string Withheld = "(a line that holds a secret's value is withheld)";
    private static readonly TimeSpan s_followInterval = TimeSpan.FromSeconds(1);

    private readonly JobService _jobs = new(connection);

    private IAmazonCloudWatchLogs Client => connection.Clients.Logs;

    /// <summary>Reads a run's log, the earliest line first.</summary>
    /// <param name="run">The run.</param>
    /// <param name="errorStream">True for standard error.</param>
    /// <param name="follow">True to go on until the run has ended.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The lines.</returns>
    public async IAsyncEnumerable<LakeLogEvent> ReadAsync(
        LakeJobRun run, bool errorStream, bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = Request(run, errorStream);
        request.StartFromHead = true;
        while (true)
        {
            // Asked before the lines: what a run writes before its end is there when the end is seen.
            var isEnded = !follow || (await _jobs.GetRunAsync(run.JobName, run.Id, cancellationToken).ConfigureAwait(false)).IsEnded;
            while (await PageAsync(request, cancellationToken).ConfigureAwait(false) is { } page)
            {
                foreach (var item in page.Events ?? []) yield return ToEvent(run, item);
                var isLast = page.NextForwardToken == request.NextToken;
                request.NextToken = page.NextForwardToken;
                if (isLast) break;
            }

            if (isEnded) yield break;
            await Task.Delay(s_followInterval, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The last lines of a run, for an error: of standard error, else of standard output. Lines with secrets are left out.</summary>
    /// <param name="run">The run.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The lines; none where the logs cannot be read, for the run's failure is the news and not theirs.</returns>
    public async Task<IReadOnlyList<string>> LastLinesAsync(LakeJobRun run, int count, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var errorStream in new[] { true, false })
            {
                var request = Request(run, errorStream);
                request.Limit = count;
                var page = await PageAsync(request, cancellationToken).ConfigureAwait(false);
                if (page?.Events is { Count: > 0 } events)
                    return [.. events.Select(item => SecretGuard.Process.IsFoundIn(item.Message) ? Withheld : item.Message.TrimEnd())];
            }
        }
        catch (AmazonCloudWatchLogsException)
        {
            // Such as for want of logs:GetLogEvents.
        }

        return [];
    }

    private async Task<GetLogEventsResponse?> PageAsync(GetLogEventsRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await Client.GetLogEventsAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
            return null; // the run has written nothing yet
        }
    }

    private static GetLogEventsRequest Request(LakeJobRun run, bool errorStream) => new()
    {
        LogGroupName = $"{run.LogGroup ?? DefaultGroup}/{(errorStream ? "error" : "output")}",
        LogStreamName = run.Id,
    };

    private static LakeLogEvent ToEvent(LakeJobRun run, OutputLogEvent item) => new(
        (item.Timestamp ?? DateTime.UnixEpoch).ToLocalTime(), item.Message.TrimEnd('\r', '\n'), run.JobName, run.Id);
}
