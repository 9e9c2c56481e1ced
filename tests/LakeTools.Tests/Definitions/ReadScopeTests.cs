using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Definitions;

/// <summary>What a comparison asks the lake for: nothing of what the definition neither contains nor owns.</summary>
public sealed class ReadScopeTests
{
    // As they are in the lake: nothing changes of which partitions hang on.
    private const string Table = "columns: { a: string, b: string, c: string }, partitions: { p: string }";

    private static readonly DefinitionSource s_source = new(new Dictionary<string, Func<string, string, DefinitionNode>>());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("grants: [ { to: role/a, on: { database: d1, table: t1 }, allow: [SELECT] } ]", "ListPermissions")]
    [InlineData("grants: [ { to: role/a, on: { database: d1, table: t1, filter: f }, allow: [SELECT] } ]", "ListPermissions")]
    [InlineData("databases: { d1: {} }", "GetDatabases")]
    [InlineData("databases: { d2: { tables: { t: { " + Table + " } } } }", "GetDatabases")]
    [InlineData("databases: { d1: { tables: { t1: { " + Table + " } } } }", "GetDatabases", "GetTables")]
    [InlineData("databases: { d1: { tables: { t1: { " + Table + ", filters: { f: { columns: [a] } } } } } }",
        "GetDatabases", "GetTables", "ListDataCellsFilter")]
    [InlineData("databases: { d1: { tables: { t1: { " + Table + ", tags: { k: x } } } } }",
        "ListLFTags", "GetDatabases", "GetTables", "GetResourceLFTags")]
    [InlineData("databases: { d1: { tags: { k: x } } }", "ListLFTags", "GetDatabases", "GetResourceLFTags")]
    [InlineData("tags: { k: [x, y] }", "ListLFTags")]
    [InlineData("owns: [ { tag: k } ]",
        "ListLFTags", "ListPermissions", "ListLakeFormationOptIns", "SearchDatabasesByLFTags", "SearchTablesByLFTags")]
    [InlineData("owns: [ { principal: role/a } ]", "ListPermissions", "ListLakeFormationOptIns")]
    [InlineData("owns: [ { database: d2 } ]", "ListLFTags", "GetDatabases", "ListPermissions", "ListLakeFormationOptIns")]
    public async Task A_comparison_asks_for_what_it_needs(string text, params string[] operations)
    {
        using var folder = new TemporaryFolder();
        using var lake = await PartsLake.MakeAsync(Ct);
        var file = Path.Combine(folder.Path, "scope.yaml");
        await File.WriteAllTextAsync(file, $"lake: 1\nname: scope\n{text}\n", Ct);
        WatchingHandler handler = null!;
        var connection = lake.Connect(before: inner => handler = new WatchingHandler(inner, null));
        await Service(connection, folder).CompareAsync(
            s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct);
        Assert.Equal(operations, handler.Operations);
    }

    /// <summary>What is checked before the first call is what is compared, even if the file changes in between.</summary>
    [Fact]
    public async Task A_comparison_reads_each_file_once()
    {
        using var folder = new TemporaryFolder();
        using var lake = await PartsLake.MakeAsync(Ct);
        var file = Path.Combine(folder.Path, "once.other");
        await File.WriteAllTextAsync(file, "lake: 1\nname: once\ntags: { k: [x, y] }\n", Ct);
        var times = 0;
        var source = new DefinitionSource(new Dictionary<string, Func<string, string, DefinitionNode>>
        {
            [".other"] = (text, path) =>
            {
                times++;
                return YamlDefinition.Read(text, path);
            },
        });
        var plan = await Service(lake.Connect(), folder).CompareAsync(
            source, file, new Dictionary<string, string>(), detailed: false, null, Ct);
        Assert.Equal((1, 1), (times, plan.Changes.Count));
    }

    private static DefinitionService Service(LakeConnection connection, TemporaryFolder folder) => new(
        connection, new FolderJournal(Path.Combine(folder.Path, "journal")), new RetryPause((_, _) => Task.CompletedTask, () => 0));
}
