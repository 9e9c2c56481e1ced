using LakeTools.Core;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Definitions;

/// <summary>Reading and publishing say how far they are, thing by thing, and a publish reads the lake no more often than it must.</summary>
public sealed class PublishProgressTests
{
    private const int Grants = 60;

    private static readonly DefinitionSource s_source = new(new Dictionary<string, Func<string, string, DefinitionNode>>());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counts_are_told_while_they_grow()
    {
        using var folder = new TemporaryFolder();
        using var lake = new TestLake();
        var service = new DefinitionService(lake.Connect(), new FolderJournal(folder.Path));
        var file = Path.Combine(folder.Path, "shop.yaml");
        var grants = string.Concat(Enumerable.Range(0, Grants).Select(number =>
            $"  - {{ to: role/r{number}, on: {{ database: shop, table: orders }}, allow: [SELECT] }}\n"));
        await File.WriteAllTextAsync(file,
            $"lake: 1\nname: shop\ndatabases: {{ shop: {{ tables: {{ orders: {{ columns: {{ id: int }} }} }} }} }}\ngrants:\n{grants}", Ct);
        var told = new Told();
        var plan = await service.CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, told, Ct);
        Assert.Equal("Done", (await service.PublishAsync(plan, isFresh: true, PublishConsent.All, told, Ct))!.Status);
        var published = told.All.Where(report => report.Activity == "Publishing shop").ToList();
        Assert.All(published, report => Assert.Equal(Grants + 2, report.Total));
        Assert.Equal(Enumerable.Range(0, Grants + 2).Select(number => (long)number), published.Select(report => report.Done).Distinct());

        // The grants are read once more, after the publish.
        var read = told.All.Where(report => report.Status.StartsWith("Grant:", StringComparison.Ordinal)).Select(report => report.Done);
        Assert.Contains(Grants / 2, read);
        Assert.Equal(2, told.All.Count(report => report.Status == "Setting: 0 read"));
    }

    private sealed class Told : IProgress<LakeProgress>
    {
        public List<LakeProgress> All { get; } = [];

        public void Report(LakeProgress value)
        {
            lock (All) All.Add(value);
        }
    }
}
