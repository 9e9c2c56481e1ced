using Amazon.Glue.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Local.Glue;

/// <summary>What the catalog shows and allows to whom.</summary>
public sealed class CatalogVisibilityTests : GuardedLake
{
    private static readonly GetTableRequest s_nosuch = new() { DatabaseName = "sales", Name = "nosuch" };

    [Fact]
    public async Task Every_answer_shows_only_the_columns_that_are_granted()
    {
        await Administrator.Glue.UpdateTableAsync(new UpdateTableRequest { DatabaseName = "sales", TableInput = Input("orders") }, Ct);
        await GrantAsync(LakeResource.Columns("sales", "orders", [], ["amount"]), PermissionSet.Select);
        Assert.Equal("id day", await ColumnsOf(Visitor));
        var tables = await Visitor.Glue.GetTablesAsync(new GetTablesRequest { DatabaseName = "sales" }, Ct);
        Assert.Equal("id day", Names(Assert.Single(tables.TableList)));
        var versions = await Visitor.Glue.GetTableVersionsAsync(
            new GetTableVersionsRequest { DatabaseName = "sales", TableName = "orders" }, Ct);
        Assert.Equal(["id day", "id day"], versions.TableVersions.Select(version => Names(version.Table)));
        var first = await Visitor.Glue.GetTableVersionAsync(
            new GetTableVersionRequest { DatabaseName = "sales", TableName = "orders", VersionId = "0" }, Ct);
        Assert.Equal("id day", Names(first.TableVersion.Table));
    }

    /// <summary>lf-permissions-reference, SELECT: with column filtering "the metadata only for the included columns".</summary>
    [Theory]
    [InlineData(false, "amount", "amount id", "amount")]
    [InlineData(true, "", "id", null)]
    public async Task Buckets_order_and_skew_tell_of_no_hidden_column(bool isCut, string buckets, string order, string? skew)
    {
        var input = Input("orders");
        input.PartitionKeys = [new Column { Name = "part", Type = "string" }];
        input.StorageDescriptor.BucketColumns = ["amount"];
        input.StorageDescriptor.SortColumns = [new Order { Column = "amount", SortOrder = 1 }, new Order { Column = "id", SortOrder = 0 }];
        input.StorageDescriptor.SkewedInfo = new SkewedInfo { SkewedColumnNames = ["amount"], SkewedColumnValues = ["secret"] };
        await Administrator.Glue.UpdateTableAsync(new UpdateTableRequest { DatabaseName = "sales", TableInput = input }, Ct);
        await Administrator.Glue.CreatePartitionAsync(new CreatePartitionRequest
        {
            DatabaseName = "sales",
            TableName = "orders",
            PartitionInput = new PartitionInput { Values = ["1"], StorageDescriptor = input.StorageDescriptor },
        }, Ct);
        await GrantAsync(isCut ? LakeResource.Columns("sales", "orders", [], ["amount"]) : Orders, PermissionSet.Select);
        var table = (await Visitor.Glue.GetTableAsync(new GetTableRequest { DatabaseName = "sales", Name = "orders" }, Ct)).Table;
        var partitions = await Visitor.Glue.GetPartitionsAsync(
            new GetPartitionsRequest { DatabaseName = "sales", TableName = "orders" }, Ct);
        foreach (var storage in new[] { table.StorageDescriptor, Assert.Single(partitions.Partitions).StorageDescriptor })
        {
            Assert.Equal(buckets, string.Join(' ', storage.BucketColumns ?? []));
            Assert.Equal(order, string.Join(' ', (storage.SortColumns ?? []).Select(column => column.Column)));
            Assert.Equal(skew, storage.SkewedInfo?.SkewedColumnNames?.Single());
        }
    }

    [Fact]
    public async Task Who_may_not_know_is_denied_whether_it_exists_or_not()
    {
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ColumnsOf(Visitor)));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => Visitor.Glue.GetTableAsync(s_nosuch, Ct)));
        foreach (var name in new[] { "sales", "nosuch" })
        {
            Assert.Equal("AccessDeniedException",
                await ErrorOf(() => Visitor.Glue.GetDatabaseAsync(new GetDatabaseRequest { Name = name }, Ct)));
            Assert.Equal(
                "AccessDeniedException",
                await ErrorOf(() => Visitor.Glue.GetTablesAsync(new GetTablesRequest { DatabaseName = name }, Ct)));
        }
    }

    /// <summary>Source: aws-sdk-pandas issue 677: who has CREATE_TABLE on the database, and not who lacks it.</summary>
    [Fact]
    public async Task Who_may_know_learns_that_it_is_not_there()
    {
        Assert.Equal("EntityNotFoundException", await ErrorOf(() => Administrator.Glue.GetTableAsync(s_nosuch, Ct)));
        var database = new GetDatabaseRequest { Name = "nosuch" };
        Assert.Equal("EntityNotFoundException", await ErrorOf(() => Administrator.Glue.GetDatabaseAsync(database, Ct)));
        await GrantAsync(Database, PermissionSet.Describe);
        Assert.Equal("AccessDeniedException", await ErrorOf(() => Visitor.Glue.GetTableAsync(s_nosuch, Ct)));
        await GrantAsync(Database, PermissionSet.CreateTable);
        Assert.Equal("EntityNotFoundException", await ErrorOf(() => Visitor.Glue.GetTableAsync(s_nosuch, Ct)));
    }

    [Fact]
    public async Task Lists_leave_out_what_is_hidden_and_still_fill_their_pages()
    {
        foreach (var name in new[] { "a", "b", "c", "d" }) await CreateTableAsync(Administrator, "sales", name);
        foreach (var name in new[] { "b", "d" }) await GrantAsync(LakeResource.Table("sales", name), PermissionSet.Describe);
        await CreateDatabaseAsync(Administrator, "hidden");

        var request = new GetTablesRequest { DatabaseName = "sales", MaxResults = 1 };
        var first = await Visitor.Glue.GetTablesAsync(request, Ct);
        request.NextToken = first.NextToken;
        var second = await Visitor.Glue.GetTablesAsync(request, Ct);
        Assert.Equal(["b", "d"], first.TableList.Concat(second.TableList).Select(table => table.Name));
        Assert.Null(second.NextToken);
        var databases = await Visitor.Glue.GetDatabasesAsync(new GetDatabasesRequest(), Ct);
        Assert.Equal(["sales"], databases.DatabaseList.Select(database => database.Name));
    }

    [Fact]
    public async Task Whoever_makes_a_thing_may_do_all_with_it_and_pass_it_on()
    {
        const string other = $"arn:aws:iam::{TestLake.Account}:role/Other";
        Assert.Equal("AccessDeniedException", await ErrorOf(() => CreateTableAsync(Visitor, "sales", "mine")));
        await GrantAsync(Database, PermissionSet.CreateTable);
        await CreateTableAsync(Visitor, "sales", "mine");
        Assert.Equal("id day amount", await ColumnsOf(Visitor, "mine"));
        await Visitor.GrantAsync(new LakeGrant(other, LakeResource.Table("sales", "mine"), PermissionSet.Select), Ct);
        using var clients = new LakeClients(Lake, other);
        Assert.Equal("id day amount", await ColumnsOf(clients, "mine"));
        await Visitor.Glue.DeleteTableAsync(new DeleteTableRequest { DatabaseName = "sales", Name = "mine" }, Ct);
    }

    [Fact]
    public async Task Making_a_database_is_granted_on_the_catalog()
    {
        Assert.Equal("AccessDeniedException", await ErrorOf(() => CreateDatabaseAsync(Visitor, "mine")));
        await GrantCatalogAsync();
        await CreateDatabaseAsync(Visitor, "mine");
        await CreateTableAsync(Visitor, "mine", "orders");
    }

    [Fact]
    public async Task Changing_and_dropping_are_rights_of_their_own()
    {
        var change = new UpdateTableRequest { DatabaseName = "sales", TableInput = Input("orders") };
        var drop = new DeleteTableRequest { DatabaseName = "sales", Name = "orders" };
        await GrantAsync(Orders, PermissionSet.Select);
        Assert.Equal("AccessDeniedException", await ErrorOf(() => Visitor.Glue.UpdateTableAsync(change, Ct)));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => Visitor.Glue.DeleteTableAsync(drop, Ct)));
        await GrantAsync(Orders, PermissionSet.Alter);
        await Visitor.Glue.UpdateTableAsync(change, Ct);
        Assert.Equal("AccessDeniedException", await ErrorOf(() => Visitor.Glue.DeleteTableAsync(drop, Ct)));
        await GrantAsync(Orders, PermissionSet.Drop);
        await Visitor.Glue.DeleteTableAsync(drop, Ct);
    }

    private Task GrantCatalogAsync() => Administrator.LakeFormation.GrantPermissionsAsync(
        new Amazon.LakeFormation.Model.GrantPermissionsRequest
        {
            Principal = new Amazon.LakeFormation.Model.DataLakePrincipal { DataLakePrincipalIdentifier = Guest },
            Resource = new Amazon.LakeFormation.Model.Resource { Catalog = new Amazon.LakeFormation.Model.CatalogResource() },
            Permissions = ["CREATE_DATABASE"],
        },
        Ct);
}
