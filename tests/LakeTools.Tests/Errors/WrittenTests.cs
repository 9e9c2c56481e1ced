using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;

namespace LakeTools.Tests.Errors;

/// <summary>The result of a write that succeeded, read from a service that may not find it for a moment, or deny the read.</summary>
public sealed class WrittenTests
{
    private readonly List<TimeSpan> _pauses = [];
    private int _reads;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task A_result_that_is_not_found_at_first_is_read_again(int misses)
    {
        var missing = new EntityNotFoundException("not yet") { ErrorCode = "EntityNotFoundException" };
        var read = Reading(() => _reads <= misses ? throw missing : "found");
        Assert.Equal("found", await read.ReadAsync(Token));
        Assert.Equal(misses, _pauses.Count);
    }

    [Fact]
    public async Task A_result_that_is_never_found_is_an_error_with_its_id()
    {
        var read = Reading(() => throw Fault.JobRunNotFound("jr1", "etl", "jr1"));
        var error = await Assert.ThrowsAsync<LakeException>(() => read.ReadAsync(Token));
        Assert.Equal(("ResultNotRead", "jr1"), (error.Id, error.Target));
        Assert.InRange(_pauses.Sum(pause => pause.TotalSeconds), 3, 10);
    }

    [Fact]
    public async Task Another_error_is_not_tried_again()
    {
        var read = Reading(() => throw new AccessDeniedException("not authorized"));
        var error = await Assert.ThrowsAsync<LakeException>(() => read.ReadAsync(Token));
        Assert.Equal(("ResultNotRead", "jr1"), (error.Id, error.Target));
        Assert.Empty(_pauses);
    }

    private Written<string> Reading(Func<string> read)
    {
        var pause = new RetryPause((time, _) =>
        {
            _pauses.Add(time);
            return Task.CompletedTask;
        }, () => 1);
        return new Written<string>(pause, "jr1", "The run 'jr1' was started", _ =>
        {
            _reads++;
            return Task.FromResult(read());
        });
    }
}
