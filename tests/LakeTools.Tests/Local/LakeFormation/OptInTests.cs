using Amazon.LakeFormation.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>Opt-ins: the records, who may write and see them, and what an opt-in changes.</summary>
public sealed class OptInTests : GuardedLake
{
    private const string ReadOnly = $"arn:aws:iam::{TestLake.Account}:role/Auditor";

    private static readonly LakeResource s_allTables = LakeResource.AllTables("sales");
    private static readonly LakeResource[] s_things = [LakeResource.Catalog(), Database, s_allTables, Orders];

    [Fact]
    public async Task An_opt_in_is_made_once_listed_and_deleted()
    {
        foreach (var thing in s_things)
        {
            await OptInAsync(thing);
            Assert.Equal("InvalidInputException", await ErrorOf(() => OptInAsync(thing)));
        }

        Assert.Equal(s_things.Select(Canonical), (await ListAsync(pageSize: 3)).Select(one => ResourceOf(one.Resource)));
        var first = (await ListAsync())[0];
        Assert.Equal((Guest, Lake.Lake.AdministratorArn), (first.Principal.DataLakePrincipalIdentifier, first.LastUpdatedBy));
        Assert.NotNull(first.LastModified);
        foreach (var thing in s_things)
        {
            await OptOutAsync(thing);
            Assert.Equal("EntityNotFoundException", await ErrorOf(() => OptOutAsync(thing)));
        }

        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Opt_ins_are_listed_by_principal_and_by_resource()
    {
        await OptInAsync(Orders);
        await OptInAsync(Database);
        await OptInAsync(Orders, ReadOnly);
        Assert.Equal([Guest, ReadOnly], (await ListAsync(Orders)).Select(one => one.Principal.DataLakePrincipalIdentifier));
        Assert.Equal([Canonical(Orders), Canonical(Database)], (await ListAsync(principal: Guest)).Select(one => ResourceOf(one.Resource)));
        Assert.Single(await ListAsync(Orders, Guest));
        Assert.Empty(await ListAsync(s_allTables));
        Assert.Equal("InvalidInputException", await ErrorOf(() => ListAsync(principal: "arn:aws:iam::999900001111:role/x")));
    }

    [Fact]
    public async Task What_is_no_resource_of_opt_ins_is_refused()
    {
        foreach (var resource in new Resource[]
        {
            new(),
            new() { Database = new DatabaseResource { Name = "sales" },
                Table = new TableResource { DatabaseName = "sales", Name = "orders" } },
            new() { Table = new TableResource { DatabaseName = "sales" } },
            new() { DataLocation = new DataLocationResource { ResourceArn = "arn:aws:s3:::sales-data" } },
            new() { LFTagPolicy = new LFTagPolicyResource { ResourceType = "TABLE",
                Expression = [new LFTag { TagKey = "k", TagValues = ["v"] }] } },
        })
            Assert.Equal("InvalidInputException",
                await ErrorOf(() => Administrator.LakeFormation.CreateLakeFormationOptInAsync(Create(resource, Guest), Ct)));
        foreach (var resource in new[] { LakeResource.Database("nope"), LakeResource.Table("sales", "nope"),
            LakeResource.AllTables("nope") })
            Assert.Equal("EntityNotFoundException", await ErrorOf(() => OptInAsync(resource)));
        foreach (var principal in new[] { "nobody", LakePrincipal.IamAllowedPrincipalsId })
            Assert.Equal("InvalidInputException", await ErrorOf(() => OptInAsync(Orders, principal)));
    }

    [Fact]
    public async Task Administrators_write_and_read_only_ones_see()
    {
        using var auditor = new LakeClients(Lake, ReadOnly);
        var settings = (await Administrator.LakeFormation.GetDataLakeSettingsAsync(new GetDataLakeSettingsRequest(), Ct)).DataLakeSettings;
        settings.ReadOnlyAdmins = [new DataLakePrincipal { DataLakePrincipalIdentifier = ReadOnly }];
        await Administrator.LakeFormation.PutDataLakeSettingsAsync(new PutDataLakeSettingsRequest { DataLakeSettings = settings }, Ct);

        foreach (var clients in new[] { auditor, Visitor })
            Assert.Equal("AccessDeniedException",
                await ErrorOf(() => clients.LakeFormation.CreateLakeFormationOptInAsync(Create(LakeClients.ToWire(Orders), Guest), Ct)));
        Assert.Equal("AccessDeniedException",
            await ErrorOf(() => Visitor.LakeFormation.ListLakeFormationOptInsAsync(new ListLakeFormationOptInsRequest(), Ct)));
        await auditor.LakeFormation.ListLakeFormationOptInsAsync(new ListLakeFormationOptInsRequest(), Ct);
    }

    [Theory]
    [InlineData("table", false)]
    [InlineData("all tables", false)]
    [InlineData("database", true)]
    public async Task An_opt_in_closes_the_group_on_what_it_names(string thing, bool open)
    {
        await Administrator.GrantAsync(new LakeGrant(LakePrincipal.IamAllowedPrincipalsId, Orders, PermissionSet.All), Ct);
        Assert.Equal("id day amount", await ColumnsOf(Visitor));
        await OptInAsync(thing == "table" ? Orders : thing == "database" ? Database : s_allTables);
        if (open)
        {
            Assert.Equal("id day amount", await ColumnsOf(Visitor));
            return;
        }

        Assert.Equal("AccessDeniedException", await ErrorOf(() => ColumnsOf(Visitor)));
        await GrantAsync(LakeResource.Columns("sales", "orders", ["day"]), PermissionSet.Select);
        Assert.Equal("day", await ColumnsOf(Visitor));
    }

    [Fact]
    public async Task Opt_ins_go_with_what_they_name()
    {
        await OptInAsync(Orders);
        await OptInAsync(s_allTables);
        await Administrator.Glue.DeleteTableAsync(new() { DatabaseName = "sales", Name = "orders" }, Ct);
        Assert.Equal([Canonical(s_allTables)], (await ListAsync()).Select(one => ResourceOf(one.Resource)));
        await Administrator.Glue.DeleteDatabaseAsync(new() { Name = "sales" }, Ct);
        Assert.Empty(await ListAsync());
    }

    private static CreateLakeFormationOptInRequest Create(Resource resource, string principal) =>
        new() { Principal = new DataLakePrincipal { DataLakePrincipalIdentifier = principal }, Resource = resource };

    private static Resource Wire(LakeResource resource) =>
        resource.Kind == ResourceKind.Catalog ? new Resource { Catalog = new CatalogResource() } : LakeClients.ToWire(resource);

    private static LakeResource Canonical(LakeResource resource) => resource.Canonical(TestLake.Account);

    private static LakeResource ResourceOf(Resource resource) => resource switch
    {
        { Catalog: not null } => LakeResource.Catalog(resource.Catalog.Id),
        { Database: not null } => LakeResource.Database(resource.Database.Name, resource.Database.CatalogId),
        { Table.TableWildcard: not null } => LakeResource.AllTables(resource.Table.DatabaseName, resource.Table.CatalogId),
        _ => LakeResource.Table(resource.Table.DatabaseName, resource.Table.Name, resource.Table.CatalogId),
    };

    private Task OptInAsync(LakeResource resource, string principal = Guest) =>
        Administrator.LakeFormation.CreateLakeFormationOptInAsync(Create(Wire(resource), principal), Ct);

    private Task OptOutAsync(LakeResource resource) => Administrator.LakeFormation.DeleteLakeFormationOptInAsync(
        new DeleteLakeFormationOptInRequest { Principal = new DataLakePrincipal { DataLakePrincipalIdentifier = Guest },
            Resource = Wire(resource) }, Ct);

    private async Task<List<LakeFormationOptInsInfo>> ListAsync(LakeResource? resource = null, string? principal = null,
        int? pageSize = null)
    {
        var found = new List<LakeFormationOptInsInfo>();
        var request = new ListLakeFormationOptInsRequest
        {
            MaxResults = pageSize,
            Resource = resource is null ? null : Wire(resource),
            Principal = principal is null ? null : new DataLakePrincipal { DataLakePrincipalIdentifier = principal },
        };
        do
        {
            var page = await Administrator.LakeFormation.ListLakeFormationOptInsAsync(request, Ct);
            Assert.True((page.LakeFormationOptInsInfoList?.Count ?? 0) <= (pageSize ?? int.MaxValue));
            found.AddRange(page.LakeFormationOptInsInfoList ?? []);
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);
        return found;
    }
}
