using System.Runtime.CompilerServices;
using System.Text.Json;
using Amazon.CloudTrail;
using Amazon.CloudTrail.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Errors;

namespace LakeTools.Core.Trails;

/// <summary>
/// Reads CloudTrail's event history: 90 days of one region, at most fifty events a call and two calls a second (API reference,
/// LookupEvents).
/// </summary>
/// <param name="connection">The lake.</param>
internal sealed class EventHistory(LakeConnection connection)
{
    /// <summary>The retention time of the history.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private const int MaxAttempts = 30;

    /// <summary>The events that the history returned without their record.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The events of GetDataAccess, the newest first.</summary>
    /// <param name="after">Not before this; null for all.</param>
    /// <param name="before">Not after this; null for all.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async IAsyncEnumerable<LakeAccessEvent> ReadAsync(DateTime? after, DateTime? before,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in RecordsAsync("GetDataAccess", after, before, cancellationToken).ConfigureAwait(false))
            if (TrailRecord.Read(record, null) is { } found) yield return found;
    }

    /// <summary>The records of one kind of event, the newest first.</summary>
    /// <param name="eventName">The operation.</param>
    /// <param name="after">Not before this; null for all.</param>
    /// <param name="before">Not after this; null for all.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async IAsyncEnumerable<JsonElement> RecordsAsync(string eventName, DateTime? after, DateTime? before,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (after > (before ?? DateTime.Now)) yield break; // the service refuses to look up a time that has not come
        var request = new LookupEventsRequest
        {
            LookupAttributes = [new LookupAttribute { AttributeKey = LookupAttributeKey.EventName, AttributeValue = eventName }],
            StartTime = after?.ToUniversalTime(),
            EndTime = before?.ToUniversalTime(),
        };
        do
        {
            var page = await CallAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Events ?? [])
            {
                // An event without its record says neither who nor what.
                if (string.IsNullOrEmpty(item.CloudTrailEvent))
                {
                    LeftOut++;
                    continue;
                }

                using var record = JsonDocument.Parse(item.CloudTrailEvent);
                yield return record.RootElement;
            }

            request.NextToken = PageToken.Next(request.NextToken, page.NextToken);
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }

    /// <summary>Whether the history has any event between two times.</summary>
    /// <param name="from">The first time.</param>
    /// <param name="to">The last time.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<bool> HasAnyAsync(DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var request = new LookupEventsRequest { StartTime = from.ToUniversalTime(), EndTime = to.ToUniversalTime(), MaxResults = 1 };
        return (await CallAsync(request, cancellationToken).ConfigureAwait(false)).Events is { Count: > 0 };
    }

    // The limit of two calls a second is met by who reads on: the service says so, and the call is made again.
    private async Task<LookupEventsResponse> CallAsync(LookupEventsRequest request, CancellationToken cancellationToken)
    {
        var pause = RetryPause.For(connection.Options.Local?.Http);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await connection.Clients.CloudTrail.LookupEventsAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (AmazonCloudTrailException error) when (SdkErrors.IsThrottling(error) && attempt < MaxAttempts)
            {
                await pause.AfterAsync(attempt, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
