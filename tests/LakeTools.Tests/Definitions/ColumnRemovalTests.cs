using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Definitions;

/// <summary>A column is removed only after its grants and LF-Tags, which cannot be removed afterwards.</summary>
public sealed class ColumnRemovalTests
{
    private static readonly DefinitionSource s_source = new(new Dictionary<string, Func<string, string, DefinitionNode>>());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/BatchRevokePermissions", "Grant Failed")]
    [InlineData("/RemoveLFTagsFromResource", "TagAssignment Failed")]
    public async Task A_column_stays_where_its_grants_or_tags_cannot_go(string refused, string failed)
    {
        using var folder = new TemporaryFolder();
        using var lake = new TestLake();
        var file = Path.Combine(folder.Path, "shop.yaml");
        const string More = """
            lake: 1
            name: shop
            tags: { k: [x] }
            databases: { d: { tables: { t: { columns: { a: int, b: int }, columnTags: { b: { k: x } } } } } }
            grants: [ { to: role/p, on: { database: d, table: t, columns: [a, b] }, allow: [SELECT] } ]
            owns: [ { database: d } ]
            """;
        const string Less = """
            lake: 1
            name: shop
            tags: { k: [x] }
            databases: { d: { tables: { t: { columns: { a: int } } } } }
            owns: [ { database: d } ]
            """;
        DefinitionService Service(string? no) => new(
            lake.Connect(before: handler => new FaultyHandler(handler, null, refused: no)),
            new FolderJournal(Path.Combine(folder.Path, "journal")));
        async Task<LakePublication> PublishAsync(string text, string? no)
        {
            await File.WriteAllTextAsync(file, text, Ct);
            var plan = await Service(null).CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct);
            return (await Service(no).PublishAsync(plan, PublishConsent.All, null, Ct))!;
        }

        Assert.Equal("Done", (await PublishAsync(More, null)).Status);
        var states = (await PublishAsync(Less, refused)).Changes.Select(change => $"{change.Kind} {change.State}").ToList();
        Assert.Contains(failed, states);
        Assert.Contains("Table Blocked", states);
        var table = await lake.Connect().Clients.Glue.GetTableAsync(new() { DatabaseName = "d", Name = "t" }, Ct);
        Assert.Equal(["a", "b"], table.Table.StorageDescriptor.Columns.Select(column => column.Name));
        Assert.Equal("Done", (await PublishAsync(Less, null)).Status);
        Assert.Equal("Unchanged", (await PublishAsync(Less, null)).Status);
    }
}
