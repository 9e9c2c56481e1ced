using Amazon.Glue.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Local.LakeFormation;
using LakeTools.Tests.Permissions;

namespace LakeTools.Tests.Local.Glue;

/// <summary>SearchTables finds what the caller may see, over all databases.</summary>
public sealed class TableSearchTests
{
    private const string Reader = $"arn:aws:iam::{LakeArbitrary.Account}:role/reader";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_hidden_is_found()
    {
        using var lake = new TestLake();
        using var administrator = new LakeClients(lake);
        using var reader = new LakeClients(lake, Reader);
        foreach (var (database, table) in new[] { ("d1", "sales"), ("d1", "staff"), ("d2", "sales_old") })
            await CreateAsync(administrator, database, table);

        Assert.Equal(["d1.sales", "d2.sales_old"], await FindAsync(administrator, "SALES"));
        Assert.Equal(["d1.sales"], await FindAsync(administrator, "\"sales\""));
        Assert.Equal(["d1.sales", "d1.staff", "d2.sales_old"], await FindAsync(administrator, "salary"));
        Assert.Equal(["d1.staff"], await FindAsync(administrator, "salary staff"));
        Assert.Empty(await FindAsync(reader, "sales"));

        var grant = new LakeGrant(Reader, LakeResource.Columns("d1", "sales", ["id"]), PermissionSet.Select, PermissionSet.None);
        await administrator.GrantAsync(grant, Cancellation);
        Assert.Equal(["d1.sales"], await FindAsync(reader, "sales"));
        Assert.Empty(await FindAsync(reader, "salary"));
    }

    private static async Task CreateAsync(LakeClients clients, string database, string table)
    {
        try
        {
            await clients.Glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = database } },
                Cancellation);
        }
        catch (AlreadyExistsException)
        {
            // An earlier table made it.
        }

        List<Column> columns = [new Column { Name = "id", Type = "int" }, new Column { Name = "salary", Type = "int" }];
        var input = new TableInput { Name = table, StorageDescriptor = new StorageDescriptor { Columns = columns } };
        await clients.Glue.CreateTableAsync(new CreateTableRequest { DatabaseName = database, TableInput = input }, Cancellation);
    }

    // One a page, so that the walk from database to database is seen as well.
    private static async Task<List<string>> FindAsync(LakeClients clients, string text)
    {
        var names = new List<string>();
        var request = new SearchTablesRequest { SearchText = text, MaxResults = 1 };
        do
        {
            var page = await clients.Glue.SearchTablesAsync(request, Cancellation);
            names.AddRange((page.TableList ?? []).Select(table => table.DatabaseName + "." + table.Name));
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);
        return names;
    }
}
