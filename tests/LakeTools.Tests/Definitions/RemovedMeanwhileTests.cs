using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Definitions;

/// <summary>A comparison of a lake in which another removes a database or a table, after each of the comparison's requests.</summary>
public sealed class RemovedMeanwhileTests
{
    // Everything in the database goes, so that the losses are read too.
    private const string Text = "lake: 1\nname: meanwhile\nowns: [ { database: d1 } ]\n";

    private static readonly DefinitionSource s_source = new(new Dictionary<string, Func<string, string, DefinitionNode>>());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_comparison_goes_on_without_it(bool isDatabase)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "meanwhile.yaml");
        await File.WriteAllTextAsync(file, Text, Ct);
        var last = 0;
        WatchingHandler handler;
        do
        {
            last++;
            using var lake = await PartsLake.MakeAsync(Ct);
            var other = lake.Connect().Clients.Glue;
            async Task RemoveAsync(int number)
            {
                if (number != last) return;
                if (isDatabase) await other.DeleteDatabaseAsync(new DeleteDatabaseRequest { Name = "d1" }, Ct);
                else await other.DeleteTableAsync(new DeleteTableRequest { DatabaseName = "d1", Name = "t1" }, Ct);
            }

            handler = null!;
            var connection = lake.Connect(before: inner => handler = new WatchingHandler(inner, null, RemoveAsync));
            var service = new DefinitionService(
                connection, new FolderJournal(Path.Combine(folder.Path, "journal")), new RetryPause((_, _) => Task.CompletedTask, () => 0));
            await service.CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct);
        }
        while (handler.Count >= last);

        Assert.True(last > 15, $"The comparison had {last - 1} requests.");
    }
}
