using System.Runtime.CompilerServices;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using LakeTools.Core.Errors;
using LakeTools.Core.Secrets;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Jobs;

/// <summary>Reads the logs of job runs: standard output and standard error, in the streams named after the run.</summary>
/// <param name="connection">The lake.</param>
public sealed class JobLogService(LakeConnection connection)
{
    private const string DefaultGroup = "/aws-glue/jobs";
    private const string Withheld = "(a line that contains the value of a secret is not shown)";
    private static readonly TimeSpan s_followInterval = TimeSpan.FromSeconds(1);

    private readonly JobService _jobs = new(connection);

    private IAmazonCloudWatchLogs Client => connection.Clients.Logs;

    /// <summary>
    /// Reads a run's log, the earliest line of each stream first: standard output and, where the job has one, Spark's continuous log;
    /// or standard error.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="errorStream">True for standard error.</param>
    /// <param name="follow">True to go on until the run has ended.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The lines.</returns>
    public async IAsyncEnumerable<LakeLogEvent> ReadAsync(
        LakeJobRun run, bool errorStream, bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tails = new List<LogTail> { Classic(run, errorStream) };
        var continuous = errorStream ? null : await ContinuousAsync(run, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            // Asked before the lines: what a run writes before its end is there when the end is seen.
            var isEnded = !follow || (await _jobs.GetRunAsync(run.JobName, run.Id, cancellationToken).ConfigureAwait(false)).IsEnded;
            if (continuous is not null)
            {
                var streams = await continuous.StreamsAsync(Client, cancellationToken).ConfigureAwait(false);
                tails.AddRange(streams.Where(stream => tails.Skip(1).All(tail => tail.Stream != stream))
                    .Select(stream => new LogTail(Client, continuous.Group, stream, continuous.From)).ToList());
            }

            foreach (var tail in tails)
                await foreach (var item in tail.ReadAsync(cancellationToken).ConfigureAwait(false))
                    yield return ToEvent(run, tail.Stream, item);
            if (isEnded) yield break;
            await Task.Delay(s_followInterval, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The last lines of a run, for an error: of standard error, otherwise of standard output. Lines with secrets are left out.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="count">The maximum number of lines.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The lines; none if the logs cannot be read, for the run's failure is the news and not theirs.</returns>
    public async Task<IReadOnlyList<string>> LastLinesAsync(LakeJobRun run, int count, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var errorStream in new[] { true, false })
            {
                var events = await Classic(run, errorStream).LastAsync(count, cancellationToken).ConfigureAwait(false);
                if (events.Count > 0) return [.. events.Select(item =>
                    SecretGuard.Process.IsFoundIn(item.Message) ? Withheld : item.Message.TrimEnd())];
            }
        }
        catch (Exception error) when (SdkErrors.CanTranslate(error) && !cancellationToken.IsCancellationRequested)
        {
            // Such as for want of logs:GetLogEvents, or of a route to CloudWatch Logs.
        }

        return [];
    }

    private LogTail Classic(LakeJobRun run, bool errorStream) =>
        new(Client, $"{run.LogGroup ?? DefaultGroup}/{(errorStream ? "error" : "output")}", run.Id);

    private async Task<ContinuousLog?> ContinuousAsync(LakeJobRun run, CancellationToken cancellationToken)
    {
        try
        {
            return ContinuousLog.Of(await _jobs.GetAsync(run.JobName, cancellationToken).ConfigureAwait(false), run);
        }
        catch (LakeException exception) when (exception.Id == nameof(Fault.JobNotFound))
        {
            return ContinuousLog.Of(null, run); // the job was removed after its run
        }
    }

    private static LakeLogEvent ToEvent(LakeJobRun run, string stream, OutputLogEvent item) => new(
        (item.Timestamp ?? DateTime.UnixEpoch).ToLocalTime(), item.Message.TrimEnd('\r', '\n'), run.JobName, run.Id) { LogStream = stream };
}
