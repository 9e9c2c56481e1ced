using Amazon.Glue.Model;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Definitions;

/// <summary>Columns that stay in a table keep the parameters that other programs have set.</summary>
public sealed class ColumnParameterTests
{
    private static readonly DefinitionSource s_source = new(new Dictionary<string, Func<string, string, DefinitionNode>>());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_definition_with_other_columns_keeps_them()
    {
        using var folder = new TemporaryFolder();
        using var lake = new TestLake();
        await FillAsync(lake);
        var service = new DefinitionService(lake.Connect(), new FolderJournal(folder.Path));
        var file = Path.Combine(folder.Path, "a.yaml");
        await File.WriteAllTextAsync(file, """
            lake: 1
            name: a
            databases:
              d:
                tables:
                  t:
                    columns: { id: { type: bigint, comment: the key }, more: string }
                    partitions: { p: { type: string, comment: a day } }
            """, Ct);
        var plan = await service.CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct);
        Assert.Equal("Done", (await service.PublishAsync(plan, PublishConsent.All, null, Ct))!.Status);
        Assert.Equal(["id bigint pii=yes", "more string", "p string pii=no"], await ColumnsAsync(lake));
    }

    [Fact]
    public async Task A_list_of_columns_keeps_them()
    {
        using var lake = new TestLake();
        await FillAsync(lake);
        await new TableEditor(lake.Connect()).ChangeAsync(TableEditor.Check(new TableChange
        {
            DatabaseName = "d", Name = "t", Column = [new GlueColumn("more", "string"), new GlueColumn("ID", "bigint")],
        }), Ct);
        Assert.Equal(["more string", "id bigint pii=yes", "p string pii=no"], await ColumnsAsync(lake));
    }

    private static async Task FillAsync(TestLake lake)
    {
        var glue = lake.Connect().Clients.Glue;
        await glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = "d" } }, Ct);
        await glue.CreateTableAsync(new CreateTableRequest
        {
            DatabaseName = "d",
            TableInput = new TableInput
            {
                Name = "t",
                PartitionKeys = [new() { Name = "p", Type = "string", Parameters = new() { ["pii"] = "no" } }],
                StorageDescriptor = new()
                {
                    Columns =
                    [
                        new() { Name = "id", Type = "int", Parameters = new() { ["pii"] = "yes" } },
                        new() { Name = "old", Type = "int", Parameters = new() { ["pii"] = "old" } },
                    ],
                },
            },
        }, Ct);
    }

    private static async Task<IEnumerable<string>> ColumnsAsync(TestLake lake)
    {
        var request = new GetTableRequest { DatabaseName = "d", Name = "t" };
        var table = (await lake.Connect().Clients.Glue.GetTableAsync(request, Ct)).Table;
        return table.StorageDescriptor.Columns.Concat(table.PartitionKeys).Select(column => string.Join(' ',
            [column.Name, column.Type, .. (column.Parameters ?? []).Select(pair => $"{pair.Key}={pair.Value}")]));
    }
}
