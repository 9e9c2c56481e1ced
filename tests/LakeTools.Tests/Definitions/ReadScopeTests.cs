using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Core.Definitions.States;
using LakeTools.Tests.Local;
using LakeTools.Tests.Local.LakeFormation;

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

    /// <summary>
    /// A database of 250 tables, of which a list has a hundred to a page: the second page shows that there are more. What a definition
    /// names is then asked for by name, unless it names more than eight for each page so far, or owns the database. What the plan removes
    /// is read once more, for its settings.
    /// </summary>
    [Theory]
    [InlineData("t000", "GetTables")]
    [InlineData("t000 t101 t249 x", "GetTables", "GetTables", "GetTable", "GetTable", "GetTable")]
    [InlineData("t201 t202 t203 t204 t205 t206 t207 t208 t209 t210 t211 t212 t213 t214 t215 t216 t217",
        "GetTables", "GetTables", "GetTables")]
    [InlineData("t000 owns: [ { database: d1 } ]", "GetTables", "GetTables", "GetTables", "GetTables", "GetTables", "GetTables")]
    public async Task A_comparison_asks_for_few_tables_by_name(string text, params string[] operations)
    {
        using var folder = new TemporaryFolder();
        using var lake = new TestLake();
        var glue = lake.Connect().Clients.Glue;
        await glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = "d1" } }, Ct);
        for (var number = 0; number < 250; number++)
            await glue.CreateTableAsync(
                new CreateTableRequest { DatabaseName = "d1", TableInput = RandomLake.Input("d1", $"t{number:000}") }, Ct);
        var (names, owns) = text.Split(" owns", 2) is [var before, var after] ? (before, "owns" + after) : (text, "");
        var tables = names.Split(' ');
        var file = Path.Combine(folder.Path, "few.yaml");
        var entries = string.Join(", ", tables.Select(table => $"{table}: {{ {Table} }}"));
        await File.WriteAllTextAsync(file, $"lake: 1\nname: few\ndatabases: {{ d1: {{ tables: {{ {entries} }} }} }}\n{owns}\n", Ct);
        WatchingHandler handler = null!;
        var connection = lake.Connect(before: inner => handler = new WatchingHandler(inner, null));
        var plan = await Service(connection, folder).CompareAsync(
            s_source, file, new Dictionary<string, string>(), detailed: true, null, Ct);
        Assert.Equal(operations, handler.Operations.Where(operation => operation is "GetTables" or "GetTable"));
        Assert.Equal(
            tables.Except(["x"]).Select(table => $"d1.{table}"),
            plan.Steps.Where(step => step is { Before: not null, After: not null, Item.Key.Kind: StateKind.Table })
                .Select(step => step.Item.Key.Id));
        Assert.Equal(tables.Contains("x") ? 1 : 0, plan.Steps.Count(step => step.Before is null));
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
