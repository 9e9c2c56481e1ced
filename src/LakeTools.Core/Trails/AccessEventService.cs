using System.Runtime.CompilerServices;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Trails;

/// <summary>Says who got data of which table.</summary>
/// <param name="connection">The lake.</param>
public sealed class AccessEventService(LakeConnection connection)
{
    /// <summary>Reads the event history of the connection's account and region, the newest event first.</summary>
    /// <param name="filter">The criteria of events.</param>
    /// <param name="onWarning">Told where the history does not reach as far as is asked.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The events, page by page.</returns>
    /// <exception cref="LakeException">An error of the service.</exception>
    public IAsyncEnumerable<LakeAccessEvent> ReadHistoryAsync(AccessEventFilter filter, Action<string> onWarning,
        CancellationToken cancellationToken)
    {
        if (filter.After < DateTime.Now - EventHistory.Kept)
            onWarning("CloudTrail's event history has the last 90 days. -Path reads older events from the files of a trail.");
        return MatchingAsync(filter, onWarning, cancellationToken);
    }

    /// <summary>Reads the files of a trail, in the order of accounts, regions and days.</summary>
    /// <param name="path">A folder of the trail: <c>s3://bucket</c>, or any folder below it.</param>
    /// <param name="filter">The criteria of events; days outside of its times are not read.</param>
    /// <param name="onFailure">Gets the error of each file that cannot be read; the other files are read.</param>
    /// <param name="progress">Gets the days; may be null.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The events, file by file.</returns>
    /// <exception cref="LakeException"><c>InvalidS3Uri</c>, <c>BucketNotFound</c>, <c>TrailNotFound</c>, and what S3 refuses.</exception>
    public IAsyncEnumerable<LakeAccessEvent> ReadFilesAsync(string path, AccessEventFilter filter, Action<LakeException> onFailure,
        IProgress<LakeProgress>? progress, CancellationToken cancellationToken) => new TrailReader(connection, S3Uri.Parse(path))
        .ReadAsync(filter.After, filter.Before, content => content.IndexOf(TrailRecord.Mark) >= 0,
            (record, uri) => TrailRecord.Read(record, uri) is { } item && filter.Matches(item) ? item : null,
            onFailure, null, progress, cancellationToken);

    private async IAsyncEnumerable<LakeAccessEvent> MatchingAsync(AccessEventFilter filter, Action<string> onWarning,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var history = new EventHistory(connection);
        await foreach (var item in history.ReadAsync(filter.After, filter.Before, cancellationToken).ConfigureAwait(false))
            if (filter.Matches(item)) yield return item;
        if (history.LeftOut > 0) onWarning($"{history.LeftOut} events are not returned: the event history has no record of them.");
    }
}
