using LakeTools.Core.Trails;

namespace LakeTools.Core.Queries;

/// <summary>
/// Finds who started queries. Athena itself does not return it; CloudTrail's event history has an event of each start (Athena user guide,
/// CloudTrail), for 90 days.
/// </summary>
/// <param name="connection">The lake.</param>
internal sealed class QueryPrincipals(LakeConnection connection)
{
    // An event has the second in which the call came.
    private static readonly TimeSpan s_margin = TimeSpan.FromSeconds(5);

    /// <summary>Adds the principals.</summary>
    /// <param name="queries">Queries, at least one, which were submitted soon after each other.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The queries. The principal of one that has no event is null.</returns>
    public async Task<IReadOnlyList<LakeQuery>> AddAsync(IReadOnlyList<LakeQuery> queries, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string?>(StringComparer.Ordinal);
        var (first, last) = (queries.Min(query => query.SubmittedOn), queries.Max(query => query.SubmittedOn));
        var records = new EventHistory(connection)
            .RecordsAsync("StartQueryExecution", first - s_margin, last + s_margin, cancellationToken);
        await foreach (var record in records.ConfigureAwait(false))
        {
            var id = TrailRecord.Text(TrailRecord.Member(record, "responseElements"), "queryExecutionId");
            if (id is not null) found[id] = TrailRecord.Principal(record);
        }

        return [.. queries.Select(query => query with { Principal = found.GetValueOrDefault(query.Id) })];
    }
}
