using System.Collections.Concurrent;
using System.Globalization;
using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using LakeTools.Core.Calls;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>
/// Grants or revokes a stream of entries: twenty per call, calls in parallel, and more of them while the service keeps up.
/// Entries with a transient error, such as a time-out, are sent again. It does no
/// harm if an entry was done already, because grants only add and revokes only remove. So the result does not depend on the order. Each
/// other error belongs to its entry. Only a few batches are kept in memory.
/// </summary>
public sealed class PermissionWriterService : IDisposable
{
    /// <summary>The maximum number of entries of a call (API reference, BatchGrantPermissions).</summary>
    public const int BatchSize = BulkWriter.BatchSize;

    private const int SideBySideAtFirst = 2;
    private const int SideBySideAtMost = 16;

    private readonly LakeConnection _connection;
    private readonly bool _isRevoke;
    private readonly string? _catalogId;
    private readonly BulkWriter _writer;
    private readonly ConcurrentQueue<PermissionOutcome> _outcomes = new();
    private readonly PermissionErrors _errors;

    /// <summary>Makes a writer.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="isRevoke">True to revoke.</param>
    /// <param name="catalogId">The catalog. Null for the connection's catalog.</param>
    public PermissionWriterService(LakeConnection connection, bool isRevoke, string? catalogId)
        : this(connection, isRevoke, catalogId, RetryPause.For(connection.Options.Local?.Http))
    {
    }

    internal PermissionWriterService(LakeConnection connection, bool isRevoke, string? catalogId, RetryPause pause)
    {
        (_connection, _isRevoke, _catalogId) = (connection, isRevoke, catalogId);
        _errors = new PermissionErrors(connection);
        _writer = new BulkWriter(SendAsync, ReportAsync, pause, new AdaptiveGate(SideBySideAtFirst, SideBySideAtMost));
    }

    /// <summary>True if the queue is full, so that the caller should wait for <see cref="RoomAsync"/>.</summary>
    public bool IsFull => _writer.IsFull;

    /// <summary>True if <see cref="Take"/> has an outcome.</summary>
    public bool HasOutcomes => !_outcomes.IsEmpty;

    /// <summary>Takes an entry; does not wait.</summary>
    /// <param name="grant">The entry.</param>
    /// <exception cref="LakeException">A call failed with an error that affects all calls.</exception>
    public void Add(LakeGrant grant)
    {
        if (ConditionRules.Unknown(grant.Condition) is { } unknown) _outcomes.Enqueue(new PermissionOutcome(Permission(grant), unknown));
        else _writer.Add(grant);
    }

    /// <summary>Waits until the queue has room.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The wait.</returns>
    public Task RoomAsync(CancellationToken cancellationToken) => _writer.RoomAsync(cancellationToken);

    /// <summary>Sends the rest and waits for all responses.</summary>
    /// <param name="cancellationToken">Ends the wait; the calls go on until <see cref="StopAsync"/>.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException">A call failed with an error that affects all calls.</exception>
    public Task CompleteAsync(CancellationToken cancellationToken) => _writer.CompleteAsync(cancellationToken);

    /// <summary>Stops sending, waits a short time for outstanding responses, and returns what was left.</summary>
    /// <param name="grace">The time to wait.</param>
    /// <returns>The unfinished writes. The others are among the outcomes.</returns>
    public async Task<UnfinishedWrites> StopAsync(TimeSpan grace)
    {
        var (unanswered, unsent) = await _writer.StopAsync(grace).ConfigureAwait(false);
        return new UnfinishedWrites(unanswered.Select(Permission).ToList(), unsent.Select(Permission).ToList());
    }

    /// <summary>The outcomes known so far, each once, in the order of the responses.</summary>
    /// <returns>Outcomes.</returns>
    public IEnumerable<PermissionOutcome> Take()
    {
        while (_outcomes.TryDequeue(out var outcome)) yield return outcome;
    }

    /// <summary>Cancels the outstanding calls.</summary>
    public void Dispose() => _writer.Dispose();

    private static LakePermission Permission(LakeGrant grant) => PermissionMapping.ToPermission(grant);

    private async Task ReportAsync(EntryResult result, CancellationToken cancellationToken)
    {
        var permission = Permission(result.Grant);
        _outcomes.Enqueue(result.Failure switch
        {
            null => new PermissionOutcome(permission, null),
            { } failure when PermissionErrors.IsNothingToDo(failure.Code, failure.Message) =>
                new PermissionOutcome(permission, null, NothingToDo: !result.WasUnanswered && !failure.MayBeOurs),
            { IsUnanswered: true } failure => new PermissionOutcome(permission, failure.Unanswered(permission)),
            { } failure => new PermissionOutcome(permission, await _errors.ExplainAsync(
                permission, result.Grant.Resource, failure.Code, failure.Message, failure.Cause, cancellationToken).ConfigureAwait(false)),
        });
    }

    private async Task<IReadOnlyDictionary<int, EntryFailure>> SendAsync(IReadOnlyList<LakeGrant> batch,
        CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (SdkErrors.IsUnanswered(error) && !cancellationToken.IsCancellationRequested)
        {
            return All(batch, new EntryFailure(null, error.Message, error, IsUnanswered: true));
        }
        catch (AmazonServiceException error) when (!SdkErrors.Translate(error, "", null).EndsPipeline)
        {
            return All(batch, new EntryFailure(error.ErrorCode, error.Message, error, MayBeOurs: SdkTries.MayBeOurs(error)));
        }
    }

    private static Dictionary<int, EntryFailure> All(IReadOnlyList<LakeGrant> batch, EntryFailure failure) =>
        Enumerable.Range(0, batch.Count).ToDictionary(index => index, _ => failure);

    private async Task<IReadOnlyDictionary<int, EntryFailure>> CallAsync(IReadOnlyList<LakeGrant> batch,
        CancellationToken cancellationToken)
    {
        var catalog = _catalogId ?? _connection.CatalogId;
        List<BatchPermissionsRequestEntry> entries = [.. batch.Select(Entry)];
        var client = _connection.Clients.LakeFormation;
        AmazonWebServiceResponse answer = _isRevoke
            ? await client.BatchRevokePermissionsAsync(new BatchRevokePermissionsRequest { CatalogId = catalog, Entries = entries },
                cancellationToken).ConfigureAwait(false)
            : await client.BatchGrantPermissionsAsync(new BatchGrantPermissionsRequest { CatalogId = catalog, Entries = entries },
                cancellationToken).ConfigureAwait(false);
        var failures = answer is BatchRevokePermissionsResponse revoked
            ? revoked.Failures : ((BatchGrantPermissionsResponse)answer).Failures;
        return BatchTries.ByItem(batch.Count, (failures ?? []).Select(failure => (
            int.TryParse(failure.RequestEntry?.Id, CultureInfo.InvariantCulture, out var index) ? index : -1,
            new EntryFailure(failure.Error?.ErrorCode, failure.Error?.ErrorMessage, MayBeOurs: SdkTries.MayBeOurs(answer)))));
    }

    private static BatchPermissionsRequestEntry Entry(LakeGrant grant, int index) => new()
    {
        Id = index.ToString(CultureInfo.InvariantCulture),
        Principal = new DataLakePrincipal { DataLakePrincipalIdentifier = grant.Principal },
        Resource = PermissionMapping.ToApi(grant.Resource),
        Permissions = [.. grant.Permissions.Names()], // empty, not absent, where only the grant option is taken: the API wants the member
        PermissionsWithGrantOption = grant.Grantable == PermissionSet.None ? null : [.. grant.Grantable.Names()],
        Condition = PermissionMapping.ToApi(grant.Condition),
    };
}
