using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;

namespace LakeTools.Core.Jobs;

/// <summary>
/// The log of Spark's driver and executors during a run, if the job asks for it with
/// <c>--enable-continuous-cloudwatch-log true</c>: streams that begin with the run's id, or with a prefix that the job names.
/// </summary>
/// <param name="Group">The log group.</param>
/// <param name="Prefix">The prefix of its streams' names.</param>
/// <param name="From">Lines from before are other runs'; null if the streams are the run's own.</param>
internal sealed record ContinuousLog(string Group, string Prefix, DateTime? From)
{
    private const string Switch = "--enable-continuous-cloudwatch-log";
    private const string GroupArgument = "--continuous-log-logGroup";
    private const string PrefixArgument = "--continuous-log-logStreamPrefix";
    private const string DefaultGroup = "/aws-glue/jobs/logs-v2";
    private const string ProgressBar = "-progress-bar";

    /// <summary>The continuous log of a run; null if its job asks for none.</summary>
    public static ContinuousLog? Of(LakeJob? job, LakeJobRun run)
    {
        if (!string.Equals(Argument(Switch), "true", StringComparison.OrdinalIgnoreCase)) return null;
        var prefix = Argument(PrefixArgument);
        return new ContinuousLog(Argument(GroupArgument) ?? DefaultGroup, prefix ?? run.Id, prefix is null
            ? null : run.StartedOn?.ToUniversalTime());

        string? Argument(string name) =>
            run.Argument.TryGetValue(name, out var own) ? own : job?.DefaultArgument.TryGetValue(name, out var given) == true
                ? given : null;
    }

    /// <summary>The streams that there are by now, without that of Spark's progress bar.</summary>
    public async Task<IReadOnlyList<string>> StreamsAsync(IAmazonCloudWatchLogs client, CancellationToken cancellationToken)
    {
        var streams = new List<string>();
        var request = new DescribeLogStreamsRequest { LogGroupName = Group, LogStreamNamePrefix = Prefix };
        try
        {
            var pages = client.Paginators.DescribeLogStreams(request).Responses;
            await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                streams.AddRange((page.LogStreams ?? []).Select(stream => stream.LogStreamName)
                    .Where(name => !name.EndsWith(ProgressBar, StringComparison.Ordinal)));
            }
        }
        catch (ResourceNotFoundException)
        {
            // The group comes with its first line.
        }

        return streams;
    }
}
