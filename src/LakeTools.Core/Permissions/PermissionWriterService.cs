using System.Collections.Concurrent;
using System.Globalization;
using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using LakeTools.Core.Errors;

namespace LakeTools.Core.Permissions;

/// <summary>
/// Grants or revokes a stream of entries: twenty a call, a few calls side by side. Entries that fail for a moment's
/// reason are sent again, alone; each other failure is that entry's. The result does not depend on the order, since grants
/// only add and revokes only take away. At most <see cref="SideBySide"/> calls' entries are held.
/// </summary>
/// <param name="connection">The lake.</param>
/// <param name="isRevoke">True to revoke.</param>
/// <param name="catalogId">The catalog; the connection's where null.</param>
public sealed class PermissionWriterService(LakeConnection connection, bool isRevoke, string? catalogId) : IDisposable
{
    /// <summary>How many entries a call takes (API reference, BatchGrantPermissions).</summary>
    public const int BatchSize = 20;

    private const int SideBySide = 4;
    private const int Attempts = 8;
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(5);

    private readonly List<LakeGrant> _waiting = new(BatchSize);
    private readonly SemaphoreSlim _slots = new(SideBySide);
    private readonly List<Task> _calls = [];
    private readonly ConcurrentQueue<PermissionOutcome> _outcomes = new();
    private readonly PermissionErrors _errors = new(connection);

    /// <summary>Takes an entry. Waits where too many calls are on their way.</summary>
    /// <param name="grant">The entry.</param>
    /// <param name="cancellationToken">Stops this and the calls.</param>
    /// <returns>The work.</returns>
    public async Task AddAsync(LakeGrant grant, CancellationToken cancellationToken)
    {
        _waiting.Add(grant);
        if (_waiting.Count == BatchSize) await SendAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends what is left and waits for every call.</summary>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The work.</returns>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_waiting.Count > 0) await SendAsync(cancellationToken).ConfigureAwait(false);
        await Task.WhenAll(_calls).ConfigureAwait(false);
        _calls.Clear();
    }

    /// <summary>The outcomes that are known by now; each is given once.</summary>
    /// <returns>Outcomes in no certain order.</returns>
    public IEnumerable<PermissionOutcome> Take()
    {
        while (_outcomes.TryDequeue(out var outcome)) yield return outcome;
    }

    /// <summary>Releases what is held.</summary>
    public void Dispose() => _slots.Dispose();

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        LakeGrant[] batch = [.. _waiting];
        _waiting.Clear();
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        foreach (var ended in _calls.FindAll(call => call.IsCompleted)) await ended.ConfigureAwait(false);
        _calls.RemoveAll(call => call.IsCompleted);
        _calls.Add(RunAsync(batch, cancellationToken));
    }

    private async Task RunAsync(LakeGrant[] batch, CancellationToken cancellationToken)
    {
        try
        {
            for (var attempt = 1; batch.Length > 0; attempt++)
            {
                batch = await TryAsync(batch, isLast: attempt == Attempts, cancellationToken).ConfigureAwait(false);
                if (batch.Length > 0) await Task.Delay(Pause(attempt), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _slots.Release();
        }
    }

    // Gives back the entries that are worth another attempt.
    private async Task<LakeGrant[]> TryAsync(LakeGrant[] batch, bool isLast, CancellationToken cancellationToken)
    {
        Dictionary<int, (string? Code, string? Message, Exception? Cause)> failures;
        try
        {
            failures = await CallAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonServiceException error) when (!SdkErrors.Translate(error, "", null).EndsPipeline)
        {
            failures = Enumerable.Range(0, batch.Length).ToDictionary(index => index, _ => ((string?)error.ErrorCode, (string?)error.Message, (Exception?)error));
        }

        var again = new List<LakeGrant>();
        for (var index = 0; index < batch.Length; index++)
        {
            if (!failures.TryGetValue(index, out var failure))
            {
                _outcomes.Enqueue(new PermissionOutcome(PermissionMapping.ToPermission(batch[index]), null));
                continue;
            }

            if (!isLast && PermissionErrors.IsTransient(failure.Code)) again.Add(batch[index]);
            else _outcomes.Enqueue(await FailedAsync(batch[index], failure.Code, failure.Message, failure.Cause, cancellationToken).ConfigureAwait(false));
        }

        return [.. again];
    }

    private async Task<PermissionOutcome> FailedAsync(LakeGrant grant, string? code, string? message, Exception? cause, CancellationToken cancellationToken)
    {
        var permission = PermissionMapping.ToPermission(grant);
        return PermissionErrors.IsNothingToDo(code, message)
            ? new PermissionOutcome(permission, null, NothingToDo: true)
            : new PermissionOutcome(permission, await _errors.ExplainAsync(permission, grant.Resource, code, message, cause, cancellationToken).ConfigureAwait(false));
    }

    private async Task<Dictionary<int, (string? Code, string? Message, Exception? Cause)>> CallAsync(LakeGrant[] batch, CancellationToken cancellationToken)
    {
        var catalog = catalogId ?? connection.CatalogId;
        List<BatchPermissionsRequestEntry> entries = [.. batch.Select(Entry)];
        var client = connection.Clients.LakeFormation;
        var failures = isRevoke
            ? (await client.BatchRevokePermissionsAsync(new BatchRevokePermissionsRequest { CatalogId = catalog, Entries = entries }, cancellationToken).ConfigureAwait(false)).Failures
            : (await client.BatchGrantPermissionsAsync(new BatchGrantPermissionsRequest { CatalogId = catalog, Entries = entries }, cancellationToken).ConfigureAwait(false)).Failures;
        return (failures ?? []).ToDictionary(
            failure => int.Parse(failure.RequestEntry.Id, CultureInfo.InvariantCulture),
            failure => ((string?)failure.Error?.ErrorCode, (string?)failure.Error?.ErrorMessage, (Exception?)null));
    }

    private static BatchPermissionsRequestEntry Entry(LakeGrant grant, int index) => new()
    {
        Id = index.ToString(CultureInfo.InvariantCulture),
        Principal = new DataLakePrincipal { DataLakePrincipalIdentifier = grant.Principal },
        Resource = PermissionMapping.ToApi(grant.Resource),
        Permissions = [.. grant.Permissions.Names()], // empty, not absent, where only the grant option is taken: the API wants the member
        PermissionsWithGrantOption = grant.Grantable == PermissionSet.None ? null : [.. grant.Grantable.Names()],
    };

    private static TimeSpan Pause(int attempt)
    {
        var milliseconds = Random.Shared.NextDouble() * 100 * (1 << attempt);
        return milliseconds < s_longestPause.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : s_longestPause;
    }
}
