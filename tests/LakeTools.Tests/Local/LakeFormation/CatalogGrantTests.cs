using Amazon.Glue.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>Grants on catalogs beside the account's own, after the developer guide's permissions reference.</summary>
public sealed class CatalogGrantTests : GuardedLake
{
    private const string Id = TestLake.Account + ":other";
    private static readonly LakeResource s_catalog = LakeResource.Catalog(Id);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Administrator.Glue.CreateCatalogAsync(new CreateCatalogRequest { Name = "other", CatalogInput = new CatalogInput() }, Ct);
    }

    // SUPER_USER: CREATE_DATABASE and DESCRIBE on the catalog, neither ALTER nor DROP.
    [Theory]
    [InlineData(PermissionSet.None, false, false, false)]
    [InlineData(PermissionSet.Describe, true, false, false)]
    [InlineData(PermissionSet.Alter, true, true, false)]
    [InlineData(PermissionSet.Drop, true, false, true)]
    [InlineData(PermissionSet.All, true, true, true)]
    [InlineData(PermissionSet.SuperUser, true, false, false)]
    public async Task A_grant_on_a_catalog_opens_what_it_says(PermissionSet granted, bool sees, bool alters, bool drops)
    {
        if (granted != PermissionSet.None) await GrantAsync(s_catalog, granted);
        await TriedAsync(sees, () => Visitor.Glue.GetCatalogAsync(new GetCatalogRequest { CatalogId = Id }, Ct));
        await TriedAsync(alters, () => Visitor.Glue.UpdateCatalogAsync(
            new UpdateCatalogRequest { CatalogId = Id, CatalogInput = new CatalogInput { Description = "a" } }, Ct));
        await TriedAsync(drops, () => Visitor.Glue.DeleteCatalogAsync(new DeleteCatalogRequest { CatalogId = Id }, Ct));
        // Who makes one of the same name later does not find its grants.
        if (drops) Assert.Empty(await Administrator.ListAsync(100, Ct));
    }

    [Fact]
    public async Task A_catalog_that_is_not_there_takes_no_grant()
    {
        foreach (var id in new[] { TestLake.Account + ":nosuch", "999988887777:other" })
            Assert.Equal("EntityNotFoundException", await ErrorOf(() => GrantAsync(LakeResource.Catalog(id), PermissionSet.Describe)));
        Assert.Empty(await Administrator.ListAsync(100, Ct));
    }

    // SUPER_USER applies to what is in the catalog. A principal that has it with the grant option, and is no administrator, can grant it.
    [Theory]
    [InlineData(PermissionSet.SuperUser, PermissionSet.None, Id, false)]
    [InlineData(PermissionSet.SuperUser, PermissionSet.SuperUser, Id, true)]
    [InlineData(PermissionSet.SuperUser, PermissionSet.SuperUser, null, false)]
    [InlineData(PermissionSet.All, PermissionSet.All, Id, false)]
    public async Task What_a_catalog_holds_is_granted_on_with_its_SUPER_USER(
        PermissionSet granted, PermissionSet grantable, string? catalog, bool may)
    {
        await GrantAsync(s_catalog, granted, grantable);
        var grant = new LakeGrant(Guest + "-2", LakeResource.Table("sales", "orders", catalog), PermissionSet.Select);
        if (may) await Visitor.GrantAsync(grant, Ct);
        else Assert.Equal("AccessDeniedException", await ErrorOf(() => Visitor.GrantAsync(grant, Ct)));
        Assert.Equal(may, (await Administrator.ListAsync(100, Ct)).Exists(entry => entry.Principal == Guest + "-2"));
    }

    [Fact]
    public async Task SUPER_USER_is_not_granted_on_the_accounts_catalog() =>
        Assert.Equal("InvalidInputException", await ErrorOf(() => GrantAsync(LakeResource.Catalog(), PermissionSet.SuperUser)));

    private static async Task TriedAsync(bool isAllowed, Func<Task> call)
    {
        if (isAllowed) await call();
        else Assert.Contains(await ErrorOf(call), new[] { "EntityNotFoundException", "AccessDeniedException" });
    }

    /// <summary>A request and its resource name one catalog; the request's holds for a resource that names none.</summary>
    [Fact]
    public async Task The_catalog_of_a_request_is_that_of_its_resource()
    {
        var request = new Amazon.LakeFormation.Model.GrantPermissionsRequest
        {
            CatalogId = Id,
            Principal = new Amazon.LakeFormation.Model.DataLakePrincipal { DataLakePrincipalIdentifier = Guest },
            Resource = LakeClients.ToWire(s_catalog),
            Permissions = ["DESCRIBE"],
        };
        await Administrator.LakeFormation.GrantPermissionsAsync(request, Ct);
        request.Resource = LakeClients.ToWire(LakeResource.Database("sales", Id));
        request.CatalogId = TestLake.Account;
        await Administrator.LakeFormation.GrantPermissionsAsync(request, Ct);
        request.CatalogId = "222222222222";
        Assert.Equal("InvalidInputException", await ErrorOf(() => Administrator.LakeFormation.GrantPermissionsAsync(request, Ct)));
        request.Resource = LakeClients.ToWire(Database);
        Assert.Equal("EntityNotFoundException", await ErrorOf(() => Administrator.LakeFormation.GrantPermissionsAsync(request, Ct)));
        request.CatalogId = TestLake.Account;
        await Administrator.LakeFormation.GrantPermissionsAsync(request, Ct);

        var asked = new Amazon.LakeFormation.Model.ListPermissionsRequest { CatalogId = Id };
        var listed = (await Administrator.LakeFormation.ListPermissionsAsync(asked, Ct)).PrincipalResourcePermissions;
        Assert.Equal([Id, Id], listed.Select(entry => entry.Resource.Catalog?.Id ?? entry.Resource.Database.CatalogId));
        asked.CatalogId = TestLake.Account + ":nosuch";
        Assert.Equal("EntityNotFoundException", await ErrorOf(() => Administrator.LakeFormation.ListPermissionsAsync(asked, Ct)));
    }
}
