using System.Runtime.CompilerServices;
using Amazon.Athena;
using Amazon.Athena.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Queries;

/// <summary>Queries of Athena: started, followed, stopped.</summary>
/// <param name="connection">The lake.</param>
public sealed class QueryService(LakeConnection connection)
{
    private const int MostInBatch = 50;
    private const int Attempts = 4;
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_longestLocalPause = TimeSpan.FromMilliseconds(100);

    private IAmazonAthena Athena => connection.Clients.Athena;

    /// <summary>Starts a query.</summary>
    /// <param name="start">The query.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The query as it then is.</returns>
    /// <exception cref="LakeException"><c>QueryRefused</c>, <c>QueryParameterInvalid</c>, <c>QueryEngineNotFound</c>.</exception>
    public async Task<Written<LakeQuery>> StartAsync(QueryStart start, CancellationToken cancellationToken)
    {
        // An embedded lake would say so too, as the reason of a query that failed.
        if (connection.IsLocal) QueryEngines.Get();
        var parameters = start.Parameters.Select((value, i) => QueryLiteral.Of(value, i + 1)).ToList();
        var request = new StartQueryExecutionRequest
        {
            QueryString = start.Sql,
            QueryExecutionContext = new QueryExecutionContext { Database = start.DatabaseName },
            ExecutionParameters = parameters.Count > 0 ? parameters : null,
            WorkGroup = start.WorkGroup,
            ResultConfiguration = start.OutputLocation is { } location ? new ResultConfiguration { OutputLocation = location } : null,
            ClientRequestToken = Guid.NewGuid().ToString(),
        };
        try
        {
            var id = (await Athena.StartQueryExecutionAsync(request, cancellationToken).ConfigureAwait(false)).QueryExecutionId;
            return connection.Written(id, $"The query '{id}' was started", async token =>
                (await GetAsync(id, token).ConfigureAwait(false)) with
                {
                    Principal = await connection.GetPrincipalAsync(token).ConfigureAwait(false),
                });
        }
        catch (InvalidRequestException error)
        {
            throw Fault.QueryRefused(start.Sql, error.Message, inner: error);
        }
    }

    /// <summary>Gets a query.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The query.</returns>
    /// <exception cref="LakeException"><c>QueryNotFound</c>.</exception>
    public async Task<LakeQuery> GetAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Athena.GetQueryExecutionAsync(new GetQueryExecutionRequest { QueryExecutionId = id }, cancellationToken)
                .ConfigureAwait(false);
            return Of(answer.QueryExecution);
        }
        catch (InvalidRequestException error)
        {
            throw Fault.QueryNotFound(id, inner: error);
        }
    }

    /// <summary>Lists the queries of a work group, the latest first.</summary>
    /// <param name="workGroup">The work group; <c>primary</c> if null.</param>
    /// <param name="onFailure">Gets the error <c>QueryNotRead</c> of each query that could not be read; null if they do not matter.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The queries.</returns>
    /// <exception cref="LakeException"><c>WorkGroupNotFound</c>.</exception>
    public async IAsyncEnumerable<LakeQuery> ListAsync(string? workGroup, Action<LakeException>? onFailure,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = Athena.Paginators.ListQueryExecutions(new ListQueryExecutionsRequest { WorkGroup = workGroup }).Responses
            .CalledBy(call => OfWorkGroupAsync(workGroup, call), cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var ids in (page.QueryExecutionIds ?? []).Chunk(MostInBatch))
            {
                var (found, failed) = await ReadAsync(ids, cancellationToken).ConfigureAwait(false);
                foreach (var id in ids)
                {
                    if (found.TryGetValue(id, out var query)) yield return Of(query);
                    else onFailure?.Invoke(Fault.QueryNotRead(id, failed.GetValueOrDefault(id)?.ErrorCode ?? "NoAnswer",
                        failed.GetValueOrDefault(id)?.ErrorMessage));
                }
            }
        }
    }

    // The service may leave some of the queries unprocessed, for example because of throttling.
    private async Task<(Dictionary<string, QueryExecution> Found, Dictionary<string, UnprocessedQueryExecutionId> Failed)> ReadAsync(
        string[] ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, QueryExecution>(StringComparer.Ordinal);
        var pause = RetryPause.For(connection.Options.Local?.Http);
        for (var attempt = 1; ; attempt++)
        {
            var answer = await Athena.BatchGetQueryExecutionAsync(
                new BatchGetQueryExecutionRequest { QueryExecutionIds = [.. ids.Where(id => !found.ContainsKey(id))] }, cancellationToken)
                .ConfigureAwait(false);
            foreach (var query in answer.QueryExecutions ?? []) found[query.QueryExecutionId] = query;
            var failed = (answer.UnprocessedQueryExecutionIds ?? []).Where(left => left.QueryExecutionId is not null)
                .DistinctBy(left => left.QueryExecutionId).ToDictionary(left => left.QueryExecutionId, StringComparer.Ordinal);
            if (found.Count >= ids.Length || attempt == Attempts) return (found, failed);
            await pause.AfterAsync(attempt, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Adds to queries who started them, by CloudTrail's event history.</summary>
    /// <param name="queries">The queries.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The queries, in the same order; the principal of one that the history does not have is null.</returns>
    public async IAsyncEnumerable<LakeQuery> WithPrincipalsAsync(IAsyncEnumerable<LakeQuery> queries,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = new List<LakeQuery>();
        var principals = new QueryPrincipals(connection);
        await foreach (var query in queries.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            batch.Add(query);
            if (batch.Count < MostInBatch) continue;
            foreach (var each in await principals.AddAsync(batch, cancellationToken).ConfigureAwait(false)) yield return each;
            batch.Clear();
        }

        if (batch.Count == 0) yield break;
        foreach (var each in await principals.AddAsync(batch, cancellationToken).ConfigureAwait(false)) yield return each;
    }

    /// <summary>Lists the work groups.</summary>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The name and the description of each.</returns>
    public async IAsyncEnumerable<(string Name, string? Description)> WorkGroupsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListWorkGroupsRequest();
        do
        {
            var answer = await Athena.ListWorkGroupsAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (var group in answer.WorkGroups ?? []) yield return (group.Name, group.Description);
            request.NextToken = PageToken.Next(request.NextToken, answer.NextToken);
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }

    /// <summary>Stops a query. One that has ended stays as it is.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The query as it then is.</returns>
    /// <exception cref="LakeException"><c>QueryNotFound</c>.</exception>
    public async Task<Written<LakeQuery>> StopAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await Athena.StopQueryExecutionAsync(new StopQueryExecutionRequest { QueryExecutionId = id }, cancellationToken)
                .ConfigureAwait(false);
            return connection.Written(id, $"Athena stops the query '{id}'", token => GetAsync(id, token));
        }
        catch (InvalidRequestException error)
        {
            throw Fault.QueryNotFound(id, inner: error);
        }
    }

    /// <summary>Waits for the end of a query. Asks often at first, and less and less often the longer it takes.</summary>
    /// <param name="query">The query.</param>
    /// <param name="timeout">The maximum wait; null for no limit. A query that takes longer is stopped.</param>
    /// <param name="progress">Takes the query's state.</param>
    /// <param name="cancellationToken">Ends the wait; the query continues.</param>
    /// <returns>The query, which succeeded.</returns>
    /// <exception cref="LakeException"><c>QueryFailed</c>, <c>QueryAccessDenied</c>, <c>QueryCancelled</c> or <c>QueryTimeout</c>, with the
    /// query as target.</exception>
    public async Task<LakeQuery> WaitAsync(LakeQuery query, TimeSpan? timeout, IProgress<LakeProgress> progress,
        CancellationToken cancellationToken)
    {
        var (begun, pause) = (TimeProvider.System.GetTimestamp(), s_firstPause);
        // A call to a lake in this process costs little.
        var longest = connection.IsLocal ? s_longestLocalPause : s_longestPause;
        while (!query.IsEnded)
        {
            var left = timeout - TimeProvider.System.GetElapsedTime(begun);
            if (left <= TimeSpan.Zero)
            {
                await StopAsync(query.Id, cancellationToken).ConfigureAwait(false);
                throw Fault.QueryTimeout(query, query.Id, (long)timeout!.Value.TotalSeconds);
            }

            await WaitPause.DelayAsync(pause, left, cancellationToken).ConfigureAwait(false);
            pause = pause * 1.5 < longest ? pause * 1.5 : longest;
            query = await GetAsync(query.Id, cancellationToken).ConfigureAwait(false);
            progress.Report(new LakeProgress($"Query {query.Id}", $"{query.State}, read", query.ScannedBytes, IsBytes: true));
        }

        return query.State switch
        {
            "SUCCEEDED" => query,
            "CANCELLED" => throw Fault.QueryCancelled(query, query.Id),
            _ => throw await new QueryDenial(connection).ErrorOfAsync(query, cancellationToken).ConfigureAwait(false),
        };
    }

    private static async Task<bool> OfWorkGroupAsync(string? workGroup, Func<Task<bool>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (InvalidRequestException error)
        {
            throw Fault.WorkGroupNotFound(workGroup, error.Message, inner: error);
        }
    }

    private static LakeQuery Of(QueryExecution query)
    {
        var status = query.Status ?? new QueryExecutionStatus();
        var shown = new LakeQuery
        {
            Id = query.QueryExecutionId,
            State = status.State?.Value ?? "",
            Query = query.Query ?? "",
            DatabaseName = query.QueryExecutionContext?.Database,
            WorkGroup = query.WorkGroup,
            SubmittedOn = status.SubmissionDateTime?.ToLocalTime(),
            ScannedBytes = query.Statistics?.DataScannedInBytes ?? 0,
            OutputLocation = query.ResultConfiguration?.OutputLocation,
            ErrorMessage = status.State?.Value == "SUCCEEDED" ? null : status.StateChangeReason,
            WarningMessage = status.State?.Value == "SUCCEEDED" ? status.StateChangeReason : null,
        };
        return shown with { Duration = Duration(query, status, shown.IsEnded) };
    }

    private static TimeSpan? Duration(QueryExecution query, QueryExecutionStatus status, bool isEnded)
    {
        if (isEnded && status.CompletionDateTime is null)
            return query.Statistics?.TotalExecutionTimeInMillis is { } taken ? TimeSpan.FromMilliseconds(taken) : null;
        var end = (status.CompletionDateTime ?? DateTime.UtcNow).ToUniversalTime();
        return status.SubmissionDateTime?.ToUniversalTime() is { } begun && end > begun ? end - begun : TimeSpan.Zero;
    }
}
