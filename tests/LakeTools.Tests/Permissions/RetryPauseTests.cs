using LakeTools.Core.Calls;

namespace LakeTools.Tests.Permissions;

public sealed class RetryPauseTests
{
    [Theory]
    [InlineData(1, 1, 200)]
    [InlineData(2, 1, 400)]
    [InlineData(4, 0.5, 800)]
    [InlineData(30, 1, 5000)]
    [InlineData(30, 0, 0)]
    public async Task Pauses_double_up_to_a_bound_and_are_spread(int attempt, double jitter, double milliseconds)
    {
        var waited = TimeSpan.MinValue;
        var pause = new RetryPause((time, _) =>
        {
            waited = time;
            return Task.CompletedTask;
        }, () => jitter);
        await pause.AfterAsync(attempt, TestContext.Current.CancellationToken);
        Assert.Equal(milliseconds, waited.TotalMilliseconds);
    }
}
