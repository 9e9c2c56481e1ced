using Amazon.Glue.Model;
using Amazon.Runtime;
using LakeTools.Core.Permissions.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Local.Gates;

/// <summary>
/// What makers of databases and tables may do, after the developer guide: implicit-permissions and lf-permissions-reference.
/// </summary>
public sealed class MakerTests : GuardedLake
{
    private static readonly string s_databaseArn = $"arn:aws:glue:eu-central-1:{TestLake.Account}:database/sales";

    /// <summary>
    /// CREATE_DATABASE: CREATE_TABLE, ALTER and DROP are granted, "along with the ability to grant these permissions to others".
    /// </summary>
    [Theory]
    [InlineData(PermissionSet.CreateTable, true)]
    [InlineData(PermissionSet.Alter, true)]
    [InlineData(PermissionSet.Drop, true)]
    [InlineData(PermissionSet.Describe, false)]
    [InlineData(PermissionSet.All, false)]
    public async Task The_maker_of_a_database_passes_on_what_the_reference_names(PermissionSet permission, bool may)
    {
        await GrantAsync(LakeResource.Catalog(), PermissionSet.CreateDatabase);
        await CreateDatabaseAsync(Visitor, "own");
        var grant = new LakeGrant($"arn:aws:iam::{TestLake.Account}:role/Other", LakeResource.Database("own"), permission);
        if (may) await Visitor.GrantAsync(grant, Ct);
        else Assert.Equal("AccessDeniedException", await ErrorOf(() => Visitor.GrantAsync(grant, Ct)));
    }

    /// <summary>implicit-permissions: table creators "can view the databases that contain the tables that they create".</summary>
    [Fact]
    public async Task The_maker_of_a_table_sees_its_database_when_CREATE_TABLE_is_gone()
    {
        await GrantAsync(Database, PermissionSet.CreateTable);
        await CreateTableAsync(Visitor, "sales", "own", null);
        await Administrator.RevokeAsync(new LakeGrant(Guest, Database, PermissionSet.CreateTable), Ct);
        await Visitor.Glue.GetDatabaseAsync(new GetDatabaseRequest { Name = "sales" }, Ct);
        Assert.Equal("sales", Assert.Single((await Visitor.Glue.GetDatabasesAsync(new GetDatabasesRequest(), Ct)).DatabaseList).Name);
        Assert.Equal("AccessDeniedException", await ErrorOf(() => CreateTableAsync(Visitor, "sales", "more", null)));
        var said = await new AccessService(Lake.Connect()).AskAsync(Guest, PermissionSet.Describe, Database, null, Ct);
        Assert.Equal((true, "TableCreator"), (said.Allowed, Assert.Single(said.Reason).Kind));
        await Visitor.Glue.DeleteTableAsync(new DeleteTableRequest { DatabaseName = "sales", Name = "own" }, Ct);
        Assert.Equal("AccessDeniedException", await ErrorOf(() =>
            Visitor.Glue.GetDatabaseAsync(new GetDatabaseRequest { Name = "sales" }, Ct)));
        Assert.False((await new AccessService(Lake.Connect()).AskAsync(Guest, PermissionSet.Describe, Database, null, Ct)).Allowed);
    }

    /// <summary>DROP: "dropping a database drops all tables in the database".</summary>
    [Fact]
    public async Task DROP_on_a_database_drops_the_tables_of_others_with_it()
    {
        await GrantAsync(Database, PermissionSet.Drop);
        Assert.Equal("AccessDeniedException", await ErrorOf(() =>
            Visitor.Glue.DeleteTableAsync(new DeleteTableRequest { DatabaseName = "sales", Name = "orders" }, Ct)));
        await Visitor.Glue.DeleteDatabaseAsync(new DeleteDatabaseRequest { Name = "sales" }, Ct);
        Assert.Empty((await Administrator.Glue.GetDatabasesAsync(new GetDatabasesRequest(), Ct)).DatabaseList ?? []);
    }

    [Fact]
    public async Task ALTER_on_a_database_opens_no_tables_to_come()
    {
        await GrantAsync(Database, PermissionSet.Alter);
        foreach (var principal in new[] { Guest, LakePrincipal.IamAllowedPrincipalsId })
            Assert.Equal(
                principal == Guest ? "InvalidInputException" : "AccessDeniedException",
                await ErrorOf(() => OpenAsync(Visitor, principal)));
        await Visitor.Glue.UpdateDatabaseAsync(
            new UpdateDatabaseRequest { Name = "sales", DatabaseInput = new DatabaseInput { Name = "sales", Description = "new" } }, Ct);
        Assert.Equal("InvalidInputException", await ErrorOf(() => OpenAsync(Administrator, Guest)));
        await OpenAsync(Administrator, LakePrincipal.IamAllowedPrincipalsId);
        await OpenAsync(Visitor, LakePrincipal.IamAllowedPrincipalsId); // as it is
        Assert.Equal("AccessDeniedException", await ErrorOf(() => OpenAsync(Visitor, null))); // nor closes it
        await GrantAsync(LakeResource.Catalog(), PermissionSet.CreateDatabase);
        await Visitor.Glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = "own" } }, Ct);
        var more = new DatabaseInput { Name = "more", CreateTableDefaultPermissions = To(Guest) };
        Assert.Equal("InvalidInputException", await ErrorOf(() =>
            Visitor.Glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = more }, Ct)));

        Task OpenAsync(LakeClients clients, string? principal) => clients.Glue.UpdateDatabaseAsync(new UpdateDatabaseRequest
        {
            Name = "sales",
            DatabaseInput = new DatabaseInput { Name = "sales", CreateTableDefaultPermissions = To(principal) },
        }, Ct);
    }

    [Fact]
    public async Task Tags_of_what_is_not_seen_are_neither_read_nor_changed()
    {
        await Administrator.Glue.CreateCatalogAsync(new CreateCatalogRequest { Name = "other", CatalogInput = new CatalogInput() }, Ct);
        foreach (var arn in new[] { s_databaseArn, s_databaseArn + "2" })
            foreach (var call in Calls(arn)) Assert.Equal("AccessDeniedException", await ErrorOf(call));
        foreach (var call in Calls($"arn:aws:glue:eu-central-1:{TestLake.Account}:catalog/other"))
            Assert.Equal("EntityNotFoundException", await ErrorOf(call));
        Assert.Empty((await Administrator.Glue.GetTagsAsync(new GetTagsRequest { ResourceArn = s_databaseArn }, Ct)).Tags ?? []);
        await GrantAsync(Database, PermissionSet.Describe);
        foreach (var call in Calls(s_databaseArn)) await call();

        IEnumerable<Func<Task>> Calls(string arn) =>
        [
            () => Visitor.Glue.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, TagsToAdd = new() { ["a"] = "b" } }, Ct),
            () => Visitor.Glue.UntagResourceAsync(new UntagResourceRequest { ResourceArn = arn, TagsToRemove = ["a"] }, Ct),
            () => Visitor.Glue.GetTagsAsync(new GetTagsRequest { ResourceArn = arn }, Ct),
        ];
    }

    private static List<PrincipalPermissions> To(string? principal) => principal is null ? [] :
    [
        new()
        {
            Principal = new Amazon.Glue.Model.DataLakePrincipal { DataLakePrincipalIdentifier = principal },
            Permissions = ["ALL"],
        },
    ];
}
