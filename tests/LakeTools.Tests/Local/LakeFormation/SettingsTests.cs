using Amazon.Glue.Model;
using Amazon.LakeFormation.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using PrincipalPermissions = Amazon.LakeFormation.Model.PrincipalPermissions;
using DataLakePrincipal = Amazon.LakeFormation.Model.DataLakePrincipal;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>Settings of the lake: who administers it, and what everybody gets by default.</summary>
public sealed class SettingsTests : GuardedLake
{
    [Fact]
    public async Task A_new_lake_has_one_administrator_and_no_defaults()
    {
        var settings = await GetAsync();
        Assert.Equal([Lake.Lake.AdministratorArn], settings.DataLakeAdmins.Select(one => one.DataLakePrincipalIdentifier));
        Assert.Empty(settings.CreateDatabaseDefaultPermissions ?? []);
        Assert.Empty(settings.CreateTableDefaultPermissions ?? []);
    }

    [Fact]
    public async Task A_guest_cannot_make_themselves_an_administrator()
    {
        var settings = await GetAsync();
        settings.DataLakeAdmins.Add(Named(Guest));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => PutAsync(Visitor, settings)));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ColumnsOf(Visitor)));
        await PutAsync(Administrator, settings);
        Assert.Equal("id day amount", await ColumnsOf(Visitor));
    }

    [Fact]
    public async Task A_read_only_administrator_sees_everything_and_grants_nothing()
    {
        var settings = await GetAsync();
        settings.ReadOnlyAdmins = [Named(Guest)];
        await PutAsync(Administrator, settings);
        Assert.Equal("id day amount", await ColumnsOf(Visitor));
        Assert.Equal(
            "AccessDeniedException",
            await ErrorOf(() => Visitor.GrantAsync(new LakeGrant(Guest, Orders, PermissionSet.Select), Ct)));
    }

    [Fact]
    public async Task A_list_that_is_left_out_is_cleared()
    {
        var settings = await GetAsync();
        settings.ReadOnlyAdmins = [Named(Guest)];
        await PutAsync(Administrator, settings);
        settings.ReadOnlyAdmins = null;
        await PutAsync(Administrator, settings);
        Assert.Empty((await GetAsync()).ReadOnlyAdmins ?? []);
    }

    [Theory]
    [InlineData(LakePrincipal.IamAllowedPrincipalsId, "SELECT")]
    [InlineData(Guest, "ALL")]
    public async Task Defaults_are_all_for_everybody_or_nothing(string principal, string permission)
    {
        var settings = await GetAsync();
        settings.CreateTableDefaultPermissions = Everybody(principal, permission);
        Assert.Equal("InvalidInputException", await ErrorOf(() => PutAsync(Administrator, settings)));
    }

    [Fact]
    public async Task Defaults_open_what_is_made_after_them()
    {
        var settings = await GetAsync();
        settings.CreateDatabaseDefaultPermissions = Everybody(LakePrincipal.IamAllowedPrincipalsId, "ALL");
        settings.CreateTableDefaultPermissions = Everybody(LakePrincipal.IamAllowedPrincipalsId, "ALL");
        await PutAsync(Administrator, settings);
        await CreateDatabaseAsync(Administrator, "open");
        await CreateTableAsync(Administrator, "open", "orders");
        var shown = await Visitor.Glue.GetTableAsync(new GetTableRequest { DatabaseName = "open", Name = "orders" }, Ct);
        Assert.Equal("id day amount", Names(shown.Table));
        await CreateTableAsync(Visitor, "open", "made");

        // What was there before stays closed, and so does a table made in a database of that time.
        await CreateTableAsync(Administrator, "sales", "later");
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ColumnsOf(Visitor)));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ColumnsOf(Visitor, "later")));
    }

    private static List<PrincipalPermissions> Everybody(string principal, string permission) =>
        [new() { Principal = Named(principal), Permissions = [permission] }];

    private static DataLakePrincipal Named(string id) => new() { DataLakePrincipalIdentifier = id };

    private static Task PutAsync(LakeClients clients, DataLakeSettings settings) =>
        clients.LakeFormation.PutDataLakeSettingsAsync(new PutDataLakeSettingsRequest { DataLakeSettings = settings }, Ct);

    private async Task<DataLakeSettings> GetAsync() =>
        (await Administrator.LakeFormation.GetDataLakeSettingsAsync(new GetDataLakeSettingsRequest(), Ct)).DataLakeSettings;
}
