using System.Diagnostics;
using System.Globalization;

namespace LakeTools.Tests.Local.Durability;

/// <summary>
/// A server with many writers that is killed in the midst of it, again and again: what was acknowledged is there, what was not is there
/// whole or not at all. <c>LAKETOOLS_KILL_SECONDS</c> makes it go on longer.
/// </summary>
public sealed class KillTests
{
    private const int Writers = 4;

    // Long enough that a writer does not only begin.
    private const int LongestLife = 1200;

    [Fact]
    public async Task What_was_acknowledged_survives_a_kill_at_any_moment()
    {
        var seconds = int.Parse(Environment.GetEnvironmentVariable("LAKETOOLS_KILL_SECONDS") ?? "10", CultureInfo.InvariantCulture);
        var random = new Random(20261124);
        using var ledger = await LedgerLake.MakeAsync(Writers);
        var watch = Stopwatch.StartNew();
        do
        {
            using var server = await LakeServerProcess.StartAsync(ledger.Folder);
            var writers = Enumerable.Range(0, Writers).Select(writer => WriteUntilTheEndAsync(ledger, server.Uri, writer)).ToList();
            await Task.Delay(random.Next(LongestLife), TestContext.Current.CancellationToken);
            await server.KillAsync();
            await Task.WhenAll(writers);
            await ledger.CheckAsync();
        }
        while (watch.Elapsed.TotalSeconds < seconds || ledger.Writes < Writers);

        TestContext.Current.TestOutputHelper?.WriteLine($"{ledger.Writes} writes");
    }

    private static async Task WriteUntilTheEndAsync(LedgerLake ledger, Uri server, int writer)
    {
        using var apis = ledger.Clients(server);
        var random = new Random(ledger.Writes + writer);
        try
        {
            while (true) await ledger.WriteAsync(apis, writer, random);
        }
        catch (Exception error) when (IsEndOfServer(error))
        {
            // Killed. What was asked for last stays open.
        }
    }

    /// <summary>Whatever the server answered is no end of it.</summary>
    private static bool IsEndOfServer(Exception error) =>
        error is HttpRequestException or IOException
        || error is Amazon.Runtime.AmazonServiceException { StatusCode: 0 }
        || (error.InnerException is { } inner && IsEndOfServer(inner));
}
