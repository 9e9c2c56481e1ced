
using LakeTools.Core.Calls;

namespace LakeTools.Tests.Catalog;

public sealed class SideBySideTests
{
    [Fact]
    public async Task Answers_come_in_the_order_of_the_questions_and_never_too_many_calls_at_once()
    {
        var (running, most) = (0, 0);
        var answers = new List<int>();
        var calls = SideBySide.RunAsync(Enumerable.Range(0, 20), 3, async (item, token) =>
        {
            var now = Interlocked.Increment(ref running);
            lock (answers) most = Math.Max(most, now);
            for (var turn = 0; turn < (item % 3) * 5; turn++) await Task.Yield();
            Interlocked.Decrement(ref running);
            return item;
        }, TestContext.Current.CancellationToken);
        await foreach (var answer in calls) answers.Add(answer);
        Assert.Equal(Enumerable.Range(0, 20), answers);
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task A_failure_stops_the_other_calls()
    {
        var stopped = new TaskCompletionSource();
        var calls = SideBySide.RunAsync([0, 1], 2, async (item, token) =>
        {
            if (item == 0) throw new InvalidOperationException();
            using var registration = token.Register(stopped.SetResult);
            await Task.Delay(Timeout.Infinite, token);
            return item;
        }, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var _ in calls) Assert.Fail("There is no answer.");
        });
        Assert.True(stopped.Task.IsCompletedSuccessfully);
    }
}
