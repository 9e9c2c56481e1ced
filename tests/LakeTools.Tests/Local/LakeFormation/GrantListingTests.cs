using Amazon.LakeFormation;
using Amazon.LakeFormation.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>ListPermissions: its two-entry form, its pages, its filters, and who sees what.</summary>
public sealed class GrantListingTests : GuardedLake
{
    private const string Other = $"arn:aws:iam::{TestLake.Account}:role/Other";
    private static readonly LakeResource s_nosuch = LakeResource.Table("sales", "nosuch");

    [Fact]
    public async Task Select_of_a_table_is_an_entry_of_its_own_even_across_pages()
    {
        await GrantAsync(Orders, PermissionSet.Select | PermissionSet.Insert);
        await GrantAsync(Database, PermissionSet.Describe);
        var whole = await Administrator.ListAsync(100, Ct);
        Assert.Equal(
            [ResourceKind.Columns, ResourceKind.Table, ResourceKind.Database],
            whole.Select(entry => entry.Resource.Kind).OrderByDescending(kind => kind));
        Assert.Equal(PermissionSet.Select, whole.Single(entry => entry.Resource.Kind == ResourceKind.Columns).Permissions);
        Assert.Equal(PermissionSet.Insert, whole.Single(entry => entry.Resource.Kind == ResourceKind.Table).Permissions);
        Assert.Equal(whole, await Administrator.ListAsync(1, Ct));
        Assert.Equal(whole, await Administrator.ListAsync(2, Ct));
    }

    [Fact]
    public async Task A_resource_and_a_principal_filter()
    {
        await GrantAsync(Orders, PermissionSet.Insert);
        await GrantAsync(Database, PermissionSet.Describe);
        await Administrator.GrantAsync(new LakeGrant(Other, LakeResource.Columns("sales", "orders", ["day"]), PermissionSet.Select), Ct);
        Assert.Equal(2, await CountAsync(Administrator, Orders));
        Assert.Equal(1, await CountAsync(Administrator, Orders, Guest));
        Assert.Equal(1, await CountAsync(Administrator, Database));
        Assert.Equal(0, await CountAsync(Administrator, Database, Other));
        var tables = new ListPermissionsRequest { ResourceType = DataLakeResourceType.TABLE };
        Assert.Equal(2, (await Administrator.LakeFormation.ListPermissionsAsync(tables, Ct)).PrincipalResourcePermissions.Count);
    }

    [Fact]
    public async Task Filters_that_AWS_does_not_take_are_refused()
    {
        var principalAlone = new ListPermissionsRequest { Principal = new DataLakePrincipal { DataLakePrincipalIdentifier = Guest } };
        var badToken = new ListPermissionsRequest { NextToken = "nonsense" };
        foreach (var request in new[] { principalAlone, badToken })
            Assert.Equal("InvalidInputException", await ErrorOf(() => Administrator.LakeFormation.ListPermissionsAsync(request, Ct)));
        var columns = LakeResource.Columns("sales", "orders", ["day"]);
        Assert.Equal("InvalidInputException", await ErrorOf(() => CountAsync(Administrator, columns)));
    }

    [Fact]
    public async Task What_is_not_there_has_no_permissions_to_list()
    {
        foreach (var missing in new[] { s_nosuch, LakeResource.Database("nosuch"), LakeResource.AllTables("nosuch") })
            Assert.Equal("EntityNotFoundException", await ErrorOf(() => CountAsync(Administrator, missing)));
    }

    [Fact]
    public async Task Who_may_not_know_of_a_thing_is_told_the_same_whether_it_exists_or_not()
    {
        foreach (var hidden in new[] { Orders, s_nosuch, Database, LakeResource.Database("nosuch") })
            Assert.Equal("AccessDeniedException", await ErrorOf(() => CountAsync(Visitor, hidden)));
        await GrantAsync(LakeResource.AllTables("sales"), PermissionSet.Describe);
        Assert.Equal(0, await CountAsync(Visitor, Orders));
        Assert.Equal("EntityNotFoundException", await ErrorOf(() => CountAsync(Visitor, s_nosuch)));
    }

    [Fact]
    public async Task A_guest_sees_their_own_grants_and_those_that_they_could_make()
    {
        await Administrator.GrantAsync(new LakeGrant(Other, Orders, PermissionSet.Insert), Ct);
        await Administrator.GrantAsync(new LakeGrant(Other, Orders, PermissionSet.Select), Ct);
        Assert.Empty(await Visitor.ListAsync(100, Ct));
        await GrantAsync(Database, PermissionSet.Describe);
        Assert.Equal([Guest], (await Visitor.ListAsync(100, Ct)).Select(entry => entry.Principal));
        await GrantAsync(Orders, PermissionSet.Insert | PermissionSet.Select, PermissionSet.Insert | PermissionSet.Select);
        Assert.Contains(Other, (await Visitor.ListAsync(100, Ct)).Select(entry => entry.Principal));
    }

    [Fact]
    public async Task Drops_forget_grants()
    {
        await GrantAsync(Orders, PermissionSet.Select);
        await GrantAsync(LakeResource.Columns("sales", "orders", ["day"]), PermissionSet.Select);
        await GrantAsync(Database, PermissionSet.Describe);
        await Administrator.Glue.DeleteTableAsync(new Amazon.Glue.Model.DeleteTableRequest { DatabaseName = "sales", Name = "orders" }, Ct);
        Assert.Equal([ResourceKind.Database], (await Administrator.ListAsync(100, Ct)).Select(entry => entry.Resource.Kind));
        await CreateTableAsync(Administrator, "sales", "orders");
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ColumnsOf(Visitor)));
        await Administrator.Glue.DeleteDatabaseAsync(new Amazon.Glue.Model.DeleteDatabaseRequest { Name = "sales" }, Ct);
        Assert.Empty(await Administrator.ListAsync(100, Ct));
    }

    // API reference, IncludeRelated.
    [Theory]
    [InlineData(null, null, 1)]
    [InlineData("FALSE", null, 1)]
    [InlineData("TRUE", null, 2)]
    [InlineData("TRUE", Guest, -1)]
    [InlineData("yes", null, -1)]
    public async Task Filters_of_a_table_are_listed_where_related_permissions_are_asked_for(string? related, string? principal,
        int expected)
    {
        await Administrator.LakeFormation.CreateDataCellsFilterAsync(new CreateDataCellsFilterRequest
        {
            TableData = new DataCellsFilter { TableCatalogId = TestLake.Account, DatabaseName = "sales", TableName = "orders", Name = "f",
                ColumnNames = ["id"], RowFilter = new RowFilter { AllRowsWildcard = new AllRowsWildcard() } },
        }, Ct);
        await GrantAsync(Orders, PermissionSet.Insert);
        await GrantAsync(LakeResource.DataFilter("sales", "orders", "f", TestLake.Account), PermissionSet.Select);
        var request = new ListPermissionsRequest
        {
            Resource = LakeClients.ToWire(Orders),
            Principal = principal is null ? null : new DataLakePrincipal { DataLakePrincipalIdentifier = principal },
            IncludeRelated = related,
        };
        var list = Administrator.LakeFormation;
        if (expected < 0) Assert.Equal("InvalidInputException", await ErrorOf(() => list.ListPermissionsAsync(request, Ct)));
        else Assert.Equal(expected, (await list.ListPermissionsAsync(request, Ct)).PrincipalResourcePermissions.Count);
    }

    private static async Task<int> CountAsync(LakeClients clients, LakeResource resource, string? principal = null)
    {
        var request = new ListPermissionsRequest
        {
            Resource = LakeClients.ToWire(resource),
            Principal = principal is null ? null : new DataLakePrincipal { DataLakePrincipalIdentifier = principal },
        };
        return ((await clients.LakeFormation.ListPermissionsAsync(request, Ct)).PrincipalResourcePermissions ?? []).Count;
    }
}
