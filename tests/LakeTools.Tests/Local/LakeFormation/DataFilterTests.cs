using Amazon.Glue.Model;
using Amazon.LakeFormation.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>
/// Data cells filters in the embedded lake: the records, what they may say, who may make, see and grant them, and what engines are told.
/// </summary>
public sealed class DataFilterTests : GuardedLake
{
    protected override bool IsIntegrated => true;

    private static readonly LakeResource s_filter = LakeResource.DataFilter("sales", "orders", "f");

    [Fact]
    public async Task A_filter_is_made_found_changed_and_removed()
    {
        await CreateAsync(Filter("f", "day = 'mon'", "id", "DAY"));
        Assert.Equal("AlreadyExistsException", await ErrorOf(() => CreateAsync(Filter("f"))));
        var made = await GetAsync(Administrator, "f");
        Assert.Equal("id day", string.Join(' ', made.ColumnNames));
        Assert.Equal("day = 'mon'", made.RowFilter.FilterExpression);
        Assert.Null(made.ColumnWildcard);

        await UpdateAsync(Filter("f"), made.VersionId);
        var changed = await GetAsync(Administrator, "f");
        Assert.NotEqual(made.VersionId, changed.VersionId);
        Assert.NotNull(changed.RowFilter.AllRowsWildcard);
        Assert.NotNull(changed.ColumnWildcard);
        Assert.Equal("ConcurrentModificationException", await ErrorOf(() => UpdateAsync(Filter("f"), made.VersionId)));
        Assert.Equal("EntityNotFoundException", await ErrorOf(() => UpdateAsync(Filter("none"))));

        await DeleteAsync(Administrator, "f");
        Assert.Equal("EntityNotFoundException", await ErrorOf(() => GetAsync(Administrator, "f")));
        Assert.Equal("EntityNotFoundException", await ErrorOf(() => DeleteAsync(Administrator, "f")));
    }

    [Fact]
    public async Task A_filter_fits_its_table()
    {
        async Task<string> Refused(Action<DataCellsFilter> spoil)
        {
            var filter = Filter("f");
            spoil(filter);
            return await ErrorOf(() => CreateAsync(filter));
        }

        Assert.Equal("InvalidInputException", await Refused(filter => filter.ColumnNames = ["id"]));
        Assert.Equal("InvalidInputException", await Refused(filter => filter.ColumnWildcard = null));
        Assert.Equal("InvalidInputException", await Refused(filter => filter.ColumnWildcard.ExcludedColumnNames = ["none"]));
        Assert.Equal("InvalidInputException",
            await Refused(filter => filter.RowFilter = new RowFilter { FilterExpression = "none = 'x'" }));
        Assert.Equal("InvalidInputException", await Refused(filter => filter.RowFilter = new RowFilter { FilterExpression = "day = " }));
        Assert.Equal("InvalidInputException", await Refused(filter => filter.RowFilter.FilterExpression = "day = 'mon'"));
        Assert.Equal("EntityNotFoundException", await Refused(filter => filter.TableName = "none"));
        Assert.Equal("EntityNotFoundException", await Refused(filter => filter.TableCatalogId = "999999999999"));
        await CreateTableAsync(Administrator, "sales", "odd");
        await Administrator.Glue.UpdateTableAsync(new UpdateTableRequest
        {
            DatabaseName = "sales",
            TableInput = new TableInput { Name = "odd",
                StorageDescriptor = new StorageDescriptor { Columns = [new Column { Name = "oid", Type = "int" }] } },
        }, Ct);
        Assert.Equal("InvalidInputException", await Refused(filter => filter.TableName = "odd"));
    }

    [Fact]
    public async Task Filters_are_listed_in_pages_by_table_or_all()
    {
        await CreateTableAsync(Administrator, "sales", "more");
        foreach (var name in new[] { "a", "b", "c" }) await CreateAsync(Filter(name));
        var other = Filter("a");
        other.TableName = "more";
        await CreateAsync(other);
        Assert.Equal("orders.a orders.b orders.c",
            await ListAsync(Administrator, new TableResource { DatabaseName = "sales", Name = "orders" }));
        Assert.Equal("more.a", await ListAsync(Administrator, new TableResource { DatabaseName = "sales", Name = "more" }));
        Assert.Equal("more.a orders.a orders.b orders.c", await ListAsync(Administrator, null));
        Assert.Equal("more.a orders.a orders.b orders.c",
            await ListAsync(Administrator, new TableResource { DatabaseName = "sales", TableWildcard = new TableWildcard() }));
    }

    [Fact]
    public async Task Filters_and_their_grants_go_with_the_table_and_with_the_filter()
    {
        await CreateAsync(Filter("f"));
        await GrantAsync(s_filter, PermissionSet.Select);
        await DeleteAsync(Administrator, "f");
        await CreateAsync(Filter("f"));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ColumnsOf(Visitor)));

        await GrantAsync(s_filter, PermissionSet.Select);
        Assert.Equal("id day amount", await ColumnsOf(Visitor));
        await GrantAsync(Orders, PermissionSet.Drop);
        await Visitor.Glue.DeleteTableAsync(new DeleteTableRequest { DatabaseName = "sales", Name = "orders" }, Ct);
        await CreateTableAsync(Administrator, "sales", "orders");
        Assert.Equal("", await ListAsync(Administrator, null));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ColumnsOf(Visitor)));
    }

    [Fact]
    public async Task Who_may_grant_select_on_all_of_a_table_makes_and_sees_its_filters()
    {
        Assert.Equal("AccessDeniedException", await ErrorOf(() => CreateAsync(Filter("f"), Visitor)));
        await GrantAsync(LakeResource.Columns("sales", "orders", ["id"]), PermissionSet.Select, PermissionSet.Select);
        await GrantAsync(Orders, PermissionSet.Select);
        Assert.Equal("AccessDeniedException", await ErrorOf(() => CreateAsync(Filter("f"), Visitor)));
        await GrantAsync(Orders, PermissionSet.Select, PermissionSet.Select);
        await CreateAsync(Filter("f"), Visitor);
        await UpdateAsync(Filter("f", "id = '1'"), clients: Visitor);
        Assert.Equal("f", (await GetAsync(Visitor, "f")).Name);
        await Visitor.GrantAsync(new LakeGrant(TestLake.Analyst + "2", s_filter, PermissionSet.Select, PermissionSet.None), Ct);
        await DeleteAsync(Visitor, "f");
    }

    [Fact]
    public async Task Grants_on_a_filter_show_and_remove_it_and_change_nothing_of_it()
    {
        await CreateAsync(Filter("f"));
        await CreateAsync(Filter("g"));
        await GrantAsync(s_filter, PermissionSet.Select);
        Assert.Equal("AccessDeniedException", await ErrorOf(() => GetAsync(Visitor, "f")));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => GetAsync(Visitor, "none")));
        Assert.Equal("", await ListAsync(Visitor, null));
        await GrantAsync(s_filter, PermissionSet.Describe);
        Assert.Equal("orders.f", await ListAsync(Visitor, null));
        Assert.Equal("f", (await GetAsync(Visitor, "f")).Name);
        Assert.Equal("AccessDeniedException", await ErrorOf(() => UpdateAsync(Filter("f"), clients: Visitor)));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => DeleteAsync(Visitor, "f")));
        await GrantAsync(s_filter, PermissionSet.Drop);
        await DeleteAsync(Visitor, "f");
    }

    [Fact]
    public async Task A_filter_that_is_not_there_is_not_granted()
    {
        Assert.Equal("InvalidInputException", await ErrorOf(() => GrantAsync(s_filter, PermissionSet.Select)));
        Assert.Equal("AccessDeniedException",
            await ErrorOf(() => Visitor.GrantAsync(new LakeGrant(Guest, s_filter, PermissionSet.Select, PermissionSet.None), Ct)));
    }

    [Fact]
    public async Task A_principal_selects_through_a_hundred_filters_of_a_table_and_no_more()
    {
        for (var i = 0; i <= 100; i++) await CreateAsync(Filter("f" + i));
        for (var i = 0; i < 100; i++) await GrantAsync(LakeResource.DataFilter("sales", "orders", "f" + i), PermissionSet.Select);
        await GrantAsync(LakeResource.DataFilter("sales", "orders", "f0"), PermissionSet.Select);
        Assert.Equal("InvalidInputException",
            await ErrorOf(() => GrantAsync(LakeResource.DataFilter("sales", "orders", "f100"), PermissionSet.Select)));
        await GrantAsync(LakeResource.DataFilter("sales", "orders", "f100"), PermissionSet.Describe);
    }

    [Fact]
    public async Task An_engine_is_told_the_union_of_the_filters()
    {
        await CreateAsync(Filter("f", "day = 'mon'", "id", "day"));
        await CreateAsync(Filter("g", "amount = '1'", "day"));
        await GrantAsync(s_filter, PermissionSet.Select);
        await GrantAsync(LakeResource.DataFilter("sales", "orders", "g"), PermissionSet.Select);
        Assert.Equal("PermissionTypeMismatchException", await ErrorOf(() => UnfilteredAsync("COLUMN_PERMISSION")));
        var told = await UnfilteredAsync("COLUMN_PERMISSION", "CELL_FILTER_PERMISSION");
        Assert.Equal("id day amount", Names(told.Table));
        Assert.Equal("id day", string.Join(' ', told.AuthorizedColumns));
        Assert.Equal("id: day = 'mon'; day: (day = 'mon') OR (amount = '1')", Cells(told));
        Assert.Equal("(day = 'mon') OR (amount = '1')", told.RowFilter);
    }

    [Fact]
    public async Task Columns_that_are_granted_show_in_all_rows()
    {
        await CreateAsync(Filter("f", "day = 'mon'", "id", "day"));
        await CreateAsync(Filter("g", null, "amount"));
        await GrantAsync(s_filter, PermissionSet.Select);
        await GrantAsync(LakeResource.Columns("sales", "orders", ["id"]), PermissionSet.Select);
        var told = await UnfilteredAsync("CELL_FILTER_PERMISSION");
        Assert.Equal("day: day = 'mon'", Cells(told));
        Assert.Null(told.RowFilter);
        await GrantAsync(LakeResource.DataFilter("sales", "orders", "g"), PermissionSet.Select);
        Assert.Equal("id day amount", string.Join(' ', (await UnfilteredAsync("CELL_FILTER_PERMISSION")).AuthorizedColumns));
        await GrantAsync(Orders, PermissionSet.Select);
        told = await UnfilteredAsync("COLUMN_PERMISSION");
        Assert.Empty(told.CellFilters ?? []);
        Assert.Null(told.RowFilter);
    }

    internal static DataCellsFilter Filter(string name, string? rows = null, params string[] columns) => new()
    {
        TableCatalogId = TestLake.Account,
        DatabaseName = "sales",
        TableName = "Orders",
        Name = name,
        ColumnNames = columns.Length > 0 ? [.. columns] : null,
        ColumnWildcard = columns.Length > 0 ? null : new ColumnWildcard(),
        RowFilter = rows is null ? new RowFilter { AllRowsWildcard = new AllRowsWildcard() } : new RowFilter { FilterExpression = rows },
    };

    private static string Cells(GetUnfilteredTableMetadataResponse told) =>
        string.Join("; ", told.CellFilters.Select(filter => $"{filter.ColumnName}: {filter.RowFilterExpression}"));

    private static async Task<DataCellsFilter> GetAsync(LakeClients clients, string name) =>
        (await clients.LakeFormation.GetDataCellsFilterAsync(
        new GetDataCellsFilterRequest { TableCatalogId = TestLake.Account, DatabaseName = "sales", TableName = "orders", Name = name }, Ct))
            .DataCellsFilter;

    private static Task DeleteAsync(LakeClients clients, string name) => clients.LakeFormation.DeleteDataCellsFilterAsync(
        new DeleteDataCellsFilterRequest { TableCatalogId = TestLake.Account, DatabaseName = "sales", TableName = "orders", Name = name },
            Ct);

    private static async Task<string> ListAsync(LakeClients clients, TableResource? table)
    {
        var (found, token) = (new List<string>(), (string?)null);
        do
        {
            var page = await clients.LakeFormation.ListDataCellsFilterAsync(
                new ListDataCellsFilterRequest { Table = table, MaxResults = 2, NextToken = token }, Ct);
            Assert.True((page.DataCellsFilters?.Count ?? 0) <= 2);
            found.AddRange((page.DataCellsFilters ?? []).Select(filter => $"{filter.TableName}.{filter.Name}"));
            token = page.NextToken;
        }
        while (token is not null);
        return string.Join(' ', found);
    }

    private Task CreateAsync(DataCellsFilter filter, LakeClients? clients = null) =>
        (clients ?? Administrator).LakeFormation.CreateDataCellsFilterAsync(new CreateDataCellsFilterRequest { TableData = filter }, Ct);

    private Task UpdateAsync(DataCellsFilter filter, string? version = null, LakeClients? clients = null)
    {
        filter.VersionId = version;
        return (clients ?? Administrator)
            .LakeFormation.UpdateDataCellsFilterAsync(new UpdateDataCellsFilterRequest { TableData = filter }, Ct);
    }

    private Task<GetUnfilteredTableMetadataResponse> UnfilteredAsync(params string[] supported) =>
        Visitor.Glue.GetUnfilteredTableMetadataAsync(
        new GetUnfilteredTableMetadataRequest { CatalogId = TestLake.Account, DatabaseName = "sales", Name = "orders",
            SupportedPermissionTypes = [.. supported] }, Ct);
}
