using System.Collections.Concurrent;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Permissions;

/// <summary>The stream of batches, against a service that answers as a test says. Nothing here waits by the clock.</summary>
public sealed class BulkWriterTests
{
    private static readonly IReadOnlyDictionary<int, EntryFailure> s_allDone = new Dictionary<int, EntryFailure>();
    private static readonly EntryFailure s_throttled = new("ThrottledException", "slow down");
    private static readonly EntryFailure s_conflict = new("ConcurrentModificationException", "met another");
    private static readonly EntryFailure s_refused = new("InvalidInputException", "no");
    private static readonly EntryFailure s_unanswered = new(null, "lost", new HttpRequestException("lost"), IsUnanswered: true);
    private static readonly RetryPause s_noPause = new((_, _) => Task.CompletedTask, () => 0);

    private readonly ConcurrentQueue<EntryResult> _results = new();
    private readonly ConcurrentQueue<IReadOnlyList<LakeGrant>> _sent = new();
    private readonly AdaptiveGate _gate = new(2, 4);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static LakeGrant Grant(int number) => new("p", LakeResource.Table("d", $"t{number}"), PermissionSet.Select);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(20, 1)]
    [InlineData(21, 2)]
    [InlineData(1000, 50)]
    public async Task Entries_go_twenty_to_a_call(int count, int calls)
    {
        using var writer = Writer(_ => s_allDone);
        await WriteAsync(writer, count);
        Assert.Equal(calls, _sent.Count);
        Assert.All(_sent, batch => Assert.InRange(batch.Count, 1, 20));
        Assert.Equal(Enumerable.Range(0, count).Select(Grant).ToHashSet(), _results.Select(result => result.Grant).ToHashSet());
        Assert.Equal(count, _results.Count);
    }

    [Fact]
    public async Task No_more_calls_run_side_by_side_than_the_gate_lets()
    {
        var (running, most) = (0, 0);
        using var writer = new BulkWriter(
            async (_, _) =>
            {
                var now = Interlocked.Increment(ref running);
                lock (_gate) most = Math.Max(most, now);
                await Task.Yield();
                Interlocked.Decrement(ref running);
                return s_allDone;
            }, Report, s_noPause, _gate);
        await WriteAsync(writer, 2000);
        Assert.InRange(most, 1, 4);
        Assert.Equal(4, _gate.Limit);
    }

    [Fact]
    public async Task Throttling_halves_the_bound()
    {
        var throttle = true;
        using var writer = Writer(batch =>
        {
            var fails = throttle;
            throttle = false;
            return fails ? All(batch, s_throttled) : s_allDone;
        });
        await WriteAsync(writer, 20);
        Assert.Equal(1, _gate.Epoch);
        Assert.All(_results, result => Assert.Null(result.Failure));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(20, 1)]
    public async Task Conflicts_slow_down_where_they_are_many(int conflicts, int halvings)
    {
        var first = true;
        using var writer = Writer(_ =>
        {
            var fails = first;
            first = false;
            return fails ? Enumerable.Range(0, conflicts).ToDictionary(index => index, _ => s_conflict) : s_allDone;
        });
        await WriteAsync(writer, 20);
        Assert.Equal(halvings, _gate.Epoch);
    }

    [Fact]
    public async Task Only_the_entries_that_failed_for_a_moment_are_sent_again()
    {
        var first = true;
        using var writer = Writer(_ =>
        {
            var fails = first;
            first = false;
            return fails ? new Dictionary<int, EntryFailure> { [3] = s_conflict, [7] = s_refused, [9] = s_throttled } : s_allDone;
        });
        await WriteAsync(writer, 20);
        Assert.Equal([Grant(3), Grant(9)], _sent.Last());
        Assert.Equal(2, _sent.Count);
        Assert.Equal(Grant(7), Assert.Single(_results, result => result.Failure is not null).Grant);
    }

    [Fact]
    public async Task An_entry_that_keeps_failing_fails_alone()
    {
        using var writer = Writer(batch => batch.Select((grant, index) => (grant, index))
            .Where(item => item.grant == Grant(5)).ToDictionary(item => item.index, _ => s_throttled));
        await WriteAsync(writer, 40);
        Assert.Equal(Grant(5), Assert.Single(_results, result => result.Failure is not null).Grant);
        Assert.Equal(40, _results.Count);
        Assert.Equal(8, _sent.Count(batch => batch.Contains(Grant(5))));
    }

    [Fact]
    public async Task An_entry_without_an_answer_is_sent_again_and_remembers_it()
    {
        var first = true;
        using var writer = Writer(batch =>
        {
            var fails = first;
            first = false;
            return fails ? All(batch, s_unanswered) : s_allDone;
        });
        await WriteAsync(writer, 2);
        Assert.All(_results, result => Assert.True(result is { Failure: null, WasUnanswered: true }));
    }

    [Fact]
    public async Task When_nobody_answers_the_stream_ends_and_every_entry_is_told()
    {
        using var writer = Writer(batch => All(batch, s_unanswered));
        var error = await Assert.ThrowsAsync<LakeException>(() => WriteAsync(writer, 500));
        Assert.True(error.EndsPipeline);
        Assert.Equal("ConnectionLost", error.Id);
        var (unanswered, unsent) = await writer.StopAsync(TimeSpan.Zero);
        Assert.All(_results, result => Assert.True(result.Failure!.IsUnanswered));

        // A batch beside the one that ended the stream may be between two attempts then: its entries are told as unanswered, not as failed.
        var told = _results.Select(result => result.Grant).Concat(unanswered).ToList();
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.Equal(_sent.SelectMany(batch => batch).ToHashSet(), told.ToHashSet());
        Assert.Empty(unsent.Intersect(told));
        Assert.NotEmpty(unsent);
    }

    [Fact]
    public async Task What_waits_is_bounded()
    {
        var answer = new TaskCompletionSource<IReadOnlyDictionary<int, EntryFailure>>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var writer = new BulkWriter((_, _) => answer.Task, Report, s_noPause, _gate);
        var taken = 0;
        while (!writer.IsFull) writer.Add(Grant(taken++));
        Assert.Equal((2 * 20) + 80, taken); // two calls on their way, and what may wait
        var room = writer.RoomAsync(Token);
        Assert.False(room.IsCompleted);
        answer.SetResult(s_allDone);
        await room;
        await writer.CompleteAsync(Token);
        Assert.Equal(taken, _results.Count);
    }

    [Fact]
    public async Task A_stop_accounts_for_every_entry()
    {
        var calls = 0;
        var third = new TaskCompletionSource();
        using var writer = new BulkWriter(
            async (_, token) =>
            {
                if (Interlocked.Increment(ref calls) <= 2) return s_allDone;
                third.TrySetResult();
                await Task.Delay(Timeout.Infinite, token);
                return s_allDone;
            }, Report, s_noPause, _gate);
        var taken = 0;
        while (taken < 60 || !writer.IsFull) writer.Add(Grant(taken++));
        await third.Task.WaitAsync(Token);

        var (unanswered, unsent) = await writer.StopAsync(TimeSpan.Zero);

        Assert.Equal(40, _results.Count);
        Assert.NotEmpty(unanswered);
        Assert.NotEmpty(unsent);
        var all = _results.Select(result => result.Grant).Concat(unanswered).Concat(unsent).ToList();
        Assert.Equal(taken, all.Count);
        Assert.Equal(taken, all.Distinct().Count());
    }

    [Fact]
    public async Task A_stop_waits_for_the_answers_that_are_due_and_sends_nothing_again()
    {
        var asked = new TaskCompletionSource();
        var answer = new TaskCompletionSource<IReadOnlyDictionary<int, EntryFailure>>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var writer = new BulkWriter(
            (batch, _) =>
            {
                _sent.Enqueue(batch);
                asked.TrySetResult();
                return answer.Task;
            }, Report, s_noPause, _gate);
        for (var number = 0; number < 20; number++) writer.Add(Grant(number));
        await asked.Task.WaitAsync(Token);
        var stop = writer.StopAsync(TimeSpan.FromHours(1));
        answer.SetResult(new Dictionary<int, EntryFailure> { [0] = s_throttled });
        var (unanswered, unsent) = await stop;
        Assert.Single(_sent);
        Assert.Equal(19, _results.Count);
        Assert.Empty(unanswered);
        Assert.Equal([Grant(0)], unsent);
    }

    [Fact]
    public async Task One_thing_of_one_principal_is_never_written_side_by_side()
    {
        var running = new ConcurrentDictionary<string, int>();
        using var writer = new BulkWriter(
            async (batch, _) =>
            {
                var tables = batch.Select(grant => grant.Resource.TableName!).Distinct().ToList();
                Assert.All(tables, table => Assert.True(running.TryAdd(table, 0)));
                await Task.Yield();
                Assert.All(tables, table => Assert.True(running.TryRemove(KeyValuePair.Create(table, 0))));
                return s_allDone;
            }, Report, s_noPause, _gate);
        for (var number = 0; number < 1000; number++)
        {
            if (writer.IsFull) await writer.RoomAsync(Token);
            writer.Add(new LakeGrant("p", LakeResource.Columns("d", $"t{number % 7}", [$"c{number}"]), PermissionSet.Select));
        }

        await writer.CompleteAsync(Token);
        Assert.Equal(1000, _results.Count);
    }

    private static Dictionary<int, EntryFailure> All(IReadOnlyList<LakeGrant> batch, EntryFailure failure) =>
        Enumerable.Range(0, batch.Count).ToDictionary(index => index, _ => failure);

    private static async Task WriteAsync(BulkWriter writer, int count)
    {
        for (var number = 0; number < count; number++)
        {
            if (writer.IsFull) await writer.RoomAsync(Token);
            writer.Add(Grant(number));
        }

        await writer.CompleteAsync(Token);
    }

    private BulkWriter Writer(Func<IReadOnlyList<LakeGrant>, IReadOnlyDictionary<int, EntryFailure>> answer) => new(
        (batch, _) =>
        {
            _sent.Enqueue(batch);
            lock (_gate) return Task.FromResult(answer(batch));
        }, Report, s_noPause, _gate);

    private Task Report(EntryResult result, CancellationToken cancellationToken)
    {
        _results.Enqueue(result);
        return Task.CompletedTask;
    }
}
