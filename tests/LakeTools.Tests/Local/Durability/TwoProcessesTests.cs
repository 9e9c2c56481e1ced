using System.Diagnostics;
using System.Globalization;

namespace LakeTools.Tests.Local.Durability;

/// <summary>
/// Two processes on one lake, both with writers: nothing is lost, nobody is told to wait, and each sees at once what the other wrote.
/// </summary>
public sealed class TwoProcessesTests
{
    private const int Writers = 4;

    [Fact]
    public async Task Two_processes_write_side_by_side_and_see_each_other()
    {
        var seconds = int.Parse(Environment.GetEnvironmentVariable("LAKETOOLS_KILL_SECONDS") ?? "5", CultureInfo.InvariantCulture);
        using var ledger = await LedgerLake.MakeAsync(Writers);
        using var one = await LakeServerProcess.StartAsync(ledger.Folder);
        using var other = await LakeServerProcess.StartAsync(ledger.Folder);
        Uri[] servers = [one.Uri, other.Uri];
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            using var here = ledger.Clients(servers[writer % 2]);
            using var there = ledger.Clients(servers[1 - (writer % 2)]);
            var random = new Random(writer);
            do
            {
                var item = await ledger.WriteAsync(here, writer, random);
                Assert.Equal(item.Acknowledged, await Ledger.ReadAsync(there, item, TestContext.Current.CancellationToken));
            }
            while (watch.Elapsed.TotalSeconds < seconds);
        }));
        await one.KillAsync();
        await other.KillAsync();
        await ledger.CheckAsync();
        Assert.InRange(ledger.Writes, Writers, int.MaxValue);
    }
}
