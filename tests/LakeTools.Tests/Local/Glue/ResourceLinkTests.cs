using Amazon.Glue.Model;
using Amazon.LakeFormation;
using Amazon.LakeFormation.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Local.Glue;

/// <summary>Resource links: developer guide, resource link handling in AWS Glue APIs.</summary>
public sealed class ResourceLinkTests : GuardedLake
{
    private static readonly LakeResource s_database = LakeResource.Database("link");
    private static readonly LakeResource s_table = LakeResource.Table("own", "ordered");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CreateDatabaseAsync(Administrator, "own");
        await Administrator.Glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = Link("link", "sales") }, Ct);
        await Administrator.Glue.CreateTableAsync(
            new CreateTableRequest { DatabaseName = "own", TableInput = Link("ordered", "sales", "orders") }, Ct);
    }

    [Fact]
    public async Task A_link_is_shown_with_what_its_target_is()
    {
        await Administrator.Glue.UpdateDatabaseAsync(
            new UpdateDatabaseRequest { Name = "sales", DatabaseInput = new DatabaseInput { Name = "sales", Description = "Orders" } }, Ct);
        var database = await DatabaseOf(Administrator, "link");
        Assert.Equal(("link", "Orders", "sales"), (database.Name, database.Description, database.TargetDatabase.DatabaseName));
        var table = await TableOf(Administrator, "own", "ordered");
        Assert.Equal(("own", "ordered", "orders", "id day amount"),
            (table.DatabaseName, table.Name, table.TargetTable.Name, Names(table)));
        var listed = await Administrator.Glue.GetTablesAsync(new GetTablesRequest { DatabaseName = "own" }, Ct);
        Assert.Equal(Location, Assert.Single(listed.TableList).StorageDescriptor.Location);
        Assert.Null((await DatabaseOf(Administrator, "sales")).TargetDatabase);
    }

    /// <summary>Of a database the page says so: "if the principal has no permission on the target, the link's own properties".</summary>
    [Fact]
    public async Task Whoever_may_not_see_the_target_sees_the_link_alone()
    {
        await GrantAsync(s_database, PermissionSet.Describe);
        await GrantAsync(s_table, PermissionSet.Describe);
        await Administrator.Glue.UpdateDatabaseAsync(
            new UpdateDatabaseRequest { Name = "sales", DatabaseInput = new DatabaseInput { Name = "sales", Description = "Orders" } }, Ct);
        Assert.Null((await DatabaseOf(Visitor, "link")).Description);
        Assert.Null((await TableOf(Visitor, "own", "ordered")).StorageDescriptor?.Columns);
        await GrantAsync(LakeResource.Columns("sales", "orders", ["id"]), PermissionSet.Select);
        Assert.Equal("id", Names(await TableOf(Visitor, "own", "ordered")));
    }

    [Fact]
    public async Task The_target_is_reached_with_describe_on_the_link_and_rights_on_the_target()
    {
        await GrantAsync(Orders, PermissionSet.Select);
        Assert.Equal("AccessDeniedException", await ErrorOf(() => TableOf(Visitor, "link", "orders")));
        await GrantAsync(s_database, PermissionSet.Describe);
        Assert.Equal("id day amount", Names(await TableOf(Visitor, "link", "orders")));
        var partitions = new GetPartitionsRequest { DatabaseName = "own", TableName = "ordered" };
        Assert.Equal("AccessDeniedException", await ErrorOf(() => Visitor.Glue.GetPartitionsAsync(partitions, Ct)));
        await GrantAsync(s_table, PermissionSet.Describe);
        Assert.Empty((await Visitor.Glue.GetPartitionsAsync(partitions, Ct)).Partitions ?? []);
    }

    [Fact]
    public async Task A_change_is_made_to_the_target()
    {
        var input = Input("ordered");
        input.Description = "changed";
        await Administrator.Glue.UpdateTableAsync(new UpdateTableRequest { DatabaseName = "own", TableInput = input }, Ct);
        var table = await TableOf(Administrator, "sales", "orders");
        Assert.Equal(("orders", "changed"), (table.Name, table.Description));
        Assert.NotNull((await TableOf(Administrator, "own", "ordered")).TargetTable);
        await Administrator.Glue.UpdateDatabaseAsync(
            new UpdateDatabaseRequest { Name = "link", DatabaseInput = new DatabaseInput { Name = "link", Description = "changed" } }, Ct);
        Assert.Equal("changed", (await DatabaseOf(Administrator, "sales")).Description);
        await CreateTableAsync(Administrator, "link", "more");
        Assert.Equal("sales", (await TableOf(Administrator, "sales", "more")).DatabaseName);
    }

    /// <summary>It is undocumented that a target cannot be changed. Without the error, the update empties the former target.</summary>
    [Fact]
    public async Task A_link_that_is_pointed_elsewhere_and_what_it_points_to_stay_as_they_are()
    {
        await CreateTableAsync(Administrator, "sales", "others");
        await CreateDatabaseAsync(Administrator, "third");
        foreach (var (database, name) in ((string, string)[])[("own", "ordered"), ("sales", "others"), ("link", "others")])
            Assert.Equal("InvalidInputException", await ErrorOf(() => Administrator.Glue.UpdateTableAsync(
                new UpdateTableRequest { DatabaseName = database, TableInput = Link(name, "third", "orders") }, Ct)));
        foreach (var name in (string[])["link", "own"])
            Assert.Equal("InvalidInputException", await ErrorOf(() => Administrator.Glue.UpdateDatabaseAsync(
                new UpdateDatabaseRequest { Name = name, DatabaseInput = Link(name, "third") }, Ct)));
        Assert.Equal("orders", (await TableOf(Administrator, "own", "ordered")).TargetTable.Name);
        Assert.Equal("id day amount", await ColumnsOf(Administrator));
        Assert.Equal("id day amount", Names(await TableOf(Administrator, "sales", "others")));
        Assert.Equal("sales", (await DatabaseOf(Administrator, "link")).TargetDatabase.DatabaseName);
        Assert.Null((await DatabaseOf(Administrator, "own")).TargetDatabase);

        var same = Input("ordered");
        (same.Description, same.TargetTable) = ("changed", new TableIdentifier { DatabaseName = "Sales", Name = "ORDERS" });
        await Administrator.Glue.UpdateTableAsync(new UpdateTableRequest { DatabaseName = "own", TableInput = same }, Ct);
        Assert.Equal("changed", (await TableOf(Administrator, "sales", "orders")).Description);
    }

    [Fact]
    public async Task Deleting_a_link_leaves_its_target()
    {
        await Administrator.Glue.DeleteTableAsync(new DeleteTableRequest { DatabaseName = "own", Name = "ordered" }, Ct);
        await Administrator.Glue.DeleteDatabaseAsync(new DeleteDatabaseRequest { Name = "link" }, Ct);
        Assert.Equal("id day amount", await ColumnsOf(Administrator));
        Assert.Equal("EntityNotFoundException", await ErrorOf(() => DatabaseOf(Administrator, "link")));
    }

    [Fact]
    public async Task Two_links_lead_nowhere()
    {
        await Administrator.Glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = Link("twice", "own") }, Ct);
        var shown = await TableOf(Administrator, "twice", "ordered");
        Assert.Null(shown.StorageDescriptor?.Location);
        Assert.Equal("InvalidInputException", await ErrorOf(() => Administrator.Glue.UpdateTableAsync(
            new UpdateTableRequest { DatabaseName = "twice", TableInput = Input("ordered") }, Ct)));
        Assert.Empty((await Administrator.Glue.GetPartitionsAsync(
            new GetPartitionsRequest { DatabaseName = "twice", TableName = "ordered" }, Ct)).Partitions ?? []);
        Assert.Equal("InvalidInputException", await ErrorOf(() => Administrator.Glue.CreateTableAsync(
            new CreateTableRequest { DatabaseName = "twice", TableInput = Link("again", "sales", "orders") }, Ct)));
    }

    [Theory]
    [InlineData("link", null)]
    [InlineData("nosuch", null)]
    [InlineData("own", "ordered")]
    [InlineData("sales", "nosuch")]
    public async Task A_link_to_a_link_or_to_nothing_is_shown_and_not_followed(string database, string? table)
    {
        if (table is null)
            await Administrator.Glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = Link("odd", database) }, Ct);
        else await Administrator.Glue.CreateTableAsync(
            new CreateTableRequest { DatabaseName = "own", TableInput = Link("odd", database, table) }, Ct);
        if (table is null) Assert.Equal(database, (await DatabaseOf(Administrator, "odd")).TargetDatabase.DatabaseName);
        else Assert.Equal(table, (await TableOf(Administrator, "own", "odd")).TargetTable.Name);
        Assert.Equal("EntityNotFoundException", await ErrorOf(() => Administrator.Glue.GetPartitionsAsync(
            new GetPartitionsRequest { DatabaseName = table is null ? "odd" : "own", TableName = "odd" }, Ct)));
    }

    [Theory]
    [InlineData(PermissionSet.Select)]
    [InlineData(PermissionSet.Alter)]
    [InlineData(PermissionSet.All)]
    [InlineData(PermissionSet.Describe | PermissionSet.Select)]
    public async Task A_link_takes_describe_and_drop_alone(PermissionSet refused)
    {
        await GrantAsync(s_table, PermissionSet.Describe | PermissionSet.Drop);
        await GrantAsync(s_database, PermissionSet.Describe | PermissionSet.Drop, PermissionSet.Describe);
        var error = await Assert.ThrowsAsync<Amazon.LakeFormation.Model.InvalidInputException>(() => GrantAsync(s_table, refused));
        Assert.Contains("Permissions modification is invalid", error.Message, StringComparison.Ordinal);
        if ((refused & PermissionSet.Select) != 0) return;
        await Assert.ThrowsAsync<Amazon.LakeFormation.Model.InvalidInputException>(() => GrantAsync(s_database, refused));
    }

    [Fact]
    public async Task Nothing_else_of_a_link_is_granted()
    {
        await Assert.ThrowsAsync<Amazon.LakeFormation.Model.InvalidInputException>(
            () => GrantAsync(LakeResource.AllTables("link"), PermissionSet.Select));
        await Assert.ThrowsAsync<Amazon.LakeFormation.Model.InvalidInputException>(
            () => GrantAsync(LakeResource.Columns("own", "ordered", [], []), PermissionSet.Select));
        var filter = new DataCellsFilter { TableCatalogId = TestLake.Account, DatabaseName = "own", TableName = "ordered", Name = "all",
            ColumnWildcard = new ColumnWildcard(), RowFilter = new RowFilter { AllRowsWildcard = new AllRowsWildcard() } };
        await Assert.ThrowsAsync<Amazon.LakeFormation.Model.InvalidInputException>(() => Administrator.LakeFormation
            .CreateDataCellsFilterAsync(new CreateDataCellsFilterRequest { TableData = filter }, Ct));
    }

    private static DatabaseInput Link(string name, string target) =>
        new() { Name = name, TargetDatabase = new DatabaseIdentifier { CatalogId = TestLake.Account, DatabaseName = target } };

    private static TableInput Link(string name, string database, string table) => new()
    {
        Name = name,
        TargetTable = new TableIdentifier { CatalogId = TestLake.Account, DatabaseName = database, Name = table },
    };

    private static async Task<Amazon.Glue.Model.Database> DatabaseOf(LakeClients clients, string name) =>
        (await clients.Glue.GetDatabaseAsync(new GetDatabaseRequest { Name = name }, Ct)).Database;

    private static async Task<Amazon.Glue.Model.Table> TableOf(LakeClients clients, string database, string name) =>
        (await clients.Glue.GetTableAsync(new GetTableRequest { DatabaseName = database, Name = name }, Ct)).Table;
}
