using System.Collections.Concurrent;
using LakeTools.Core.Calls;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Permissions;

/// <summary>How bulk writes adapt to a service that takes so many calls a second, in virtual time.</summary>
public sealed class ThrottledServiceTests(ITestOutputHelper output)
{
    private const int Grants = 40_000;

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(100)]
    public async Task Writes_take_about_as_long_as_the_rate_allows_and_few_entries_run_out_of_tries(double rate)
    {
        var gate = new AdaptiveGate(2, 16); // as PermissionWriterService makes it
        var service = new VirtualService(rate, TimeSpan.FromMilliseconds(100), gate);
        var (done, failed) = (new ConcurrentQueue<LakeGrant>(), new ConcurrentQueue<LakeGrant>());
        using var writer = new BulkWriter((batch, _) => service.SendAsync(batch), Report, service.Pause, gate);
        await service.RunAsync(Task.Run(WriteAsync, TestContext.Current.CancellationToken));
        Assert.Equal(Grants, done.Concat(failed).Distinct().Count());
        Assert.Equal(Grants, done.Count + failed.Count);
        Assert.InRange(failed.Count, 0, Grants / 200); // by chance a call is refused at each of its tries

        // Sixteen calls at a time, each of which takes a tenth of a second, are 160 a second: more than each of the rates.
        var least = ((double)done.Count / BulkWriter.BatchSize / rate) - 1; // the first second's calls are taken at once
        var ratio = service.Now.TotalSeconds / least;
        var refused = (double)service.Throttled / service.Calls;
        output.WriteLine($"{rate} calls a second: {ratio:0.00} times the least time, {refused:0.00} of the calls refused");
        Assert.InRange(ratio, 1, 1.5);

        Task Report(EntryResult result, CancellationToken token)
        {
            Assert.True(result.Failure is null or { IsTransient: true });
            (result.Failure is null ? done : failed).Enqueue(result.Grant);
            return Task.CompletedTask;
        }

        async Task WriteAsync()
        {
            for (var number = 0; number < Grants; number++)
            {
                if (writer.IsFull) await writer.RoomAsync(CancellationToken.None);
                writer.Add(new LakeGrant("p", LakeResource.Table("d", $"t{number}"), PermissionSet.Select));
            }

            await writer.CompleteAsync(CancellationToken.None);
        }
    }
}
