using Amazon.LakeFormation.Model;
using FsCheck;
using FsCheck.Fluent;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>LF-Tags on databases, tables and columns, what they open, and who may put them there.</summary>
public sealed class TagAssignmentTests : TaggedLake
{
    private static LakeResource Amount { get; } = LakeResource.Columns("sales", "orders", ["amount"]);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CreateTagAsync(Administrator, "domain", "sales", "hr");
        await CreateTagAsync(Administrator, "pii", "yes", "no");
    }

    [Fact]
    public async Task A_tag_is_inherited_until_it_is_overridden()
    {
        await PutAsync(Administrator, Database, ("domain", "sales"));
        Assert.Equal("database domain=sales", await TagsOf(Administrator, Database));
        Assert.Equal("database domain=sales table domain=sales id domain=sales day domain=sales amount domain=sales",
            await TagsOf(Administrator, Orders));
        Assert.Equal("", await TagsOf(Administrator, Orders, onlyOwn: true));
        await PutAsync(Administrator, Orders, ("pii", "no"));
        await PutAsync(Administrator, Amount, ("domain", "hr"), ("pii", "yes"));
        Assert.Equal("table pii=no amount domain=hr pii=yes", await TagsOf(Administrator, Orders, onlyOwn: true));
        Assert.Equal("amount domain=hr pii=yes", await TagsOf(Administrator, Amount));
        await TakeAsync(Administrator, Amount, ("domain", "hr"));
        Assert.Equal("amount domain=sales pii=yes", await TagsOf(Administrator, Amount));
    }

    [Fact]
    public async Task A_second_value_takes_the_place_of_the_first()
    {
        await PutAsync(Administrator, Orders, ("domain", "sales"));
        await PutAsync(Administrator, Orders, ("DOMAIN", "HR"));
        Assert.Equal("table domain=hr", await TagsOf(Administrator, Orders, onlyOwn: true));
    }

    [Fact]
    public async Task Tags_fail_one_by_one()
    {
        Assert.Equal("nothing:EntityNotFoundException", await TryPutAsync(Administrator, Database, ("nothing", "x"), ("pii", "no")));
        Assert.Equal("domain:EntityNotFoundException", await TryPutAsync(Administrator, Database, ("domain", "it")));
        Assert.Equal("domain:InvalidInputException", await TryPutAsync(Administrator, Database, ("domain", "hr,sales")));
        Assert.Equal("domain:EntityNotFoundException", await TryPutAsync(Administrator, Database, ("domain", "*")));
        Assert.Equal("database pii=no", await TagsOf(Administrator, Database));
        Assert.Equal("pii:EntityNotFoundException domain:EntityNotFoundException",
            await TryTakeAsync(Administrator, Database, ("pii", "yes"), ("domain", "hr")));
        Assert.Equal("database pii=no", await TagsOf(Administrator, Database));
    }

    [Fact]
    public async Task What_is_inherited_cannot_be_taken_off()
    {
        await PutAsync(Administrator, Database, ("domain", "sales"));
        Assert.Equal("domain:EntityNotFoundException", await TryTakeAsync(Administrator, Orders, ("domain", "sales")));
    }

    [Fact]
    public async Task Only_what_is_there_can_be_tagged()
    {
        Assert.Equal("EntityNotFoundException",
            await ErrorOf(() => TryPutAsync(Administrator, LakeResource.Table("sales", "nothing"), ("pii", "no"))));
        Assert.Equal("InvalidInputException",
            await ErrorOf(() => TryPutAsync(Administrator, LakeResource.Columns("sales", "orders", ["nothing"]), ("pii", "no"))));
        Assert.Equal("InvalidInputException",
            await ErrorOf(() => TryPutAsync(Administrator, LakeResource.AllTables("sales"), ("pii", "no"))));
        Assert.Equal("InvalidInputException",
            await ErrorOf(() => TryPutAsync(Administrator, LakeResource.Columns("sales", "orders", null, ["id"]), ("pii", "no"))));
        Assert.Equal("InvalidInputException",
            await ErrorOf(() => TryPutAsync(Administrator, LakeResource.Columns("sales", "orders", null), ("pii", "no"))));
        Assert.Equal("", await TagsOf(Administrator, Orders));
    }

    [Fact]
    public async Task A_table_that_goes_takes_its_tags_along()
    {
        await PutAsync(Administrator, Orders, ("domain", "sales"));
        await PutAsync(Administrator, Amount, ("pii", "yes"));
        await Administrator.Glue.DeleteTableAsync(new Amazon.Glue.Model.DeleteTableRequest { DatabaseName = "sales", Name = "orders" }, Ct);
        await CreateTableAsync(Administrator, "sales", "orders");
        Assert.Equal("", await TagsOf(Administrator, Orders));
        await PutAsync(Administrator, Database, ("domain", "sales"));
        await Administrator.Glue.DeleteDatabaseAsync(new Amazon.Glue.Model.DeleteDatabaseRequest { Name = "sales" }, Ct);
        await CreateDatabaseAsync(Administrator, "sales");
        Assert.Equal("", await TagsOf(Administrator, Database));
    }

    [Fact]
    public async Task A_grant_on_an_expression_opens_what_matches_and_follows_the_tags()
    {
        await CreateTableAsync(Administrator, "sales", "plans");
        await GrantAsync(SalesTables, PermissionSet.Select);
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ColumnsOf(Visitor)));
        await PutAsync(Administrator, Orders, ("domain", "sales"));
        Assert.Equal("id day amount", await ColumnsOf(Visitor));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ColumnsOf(Visitor, "plans")));
        await PutAsync(Administrator, Amount, ("domain", "hr"));
        Assert.Equal("id day", await ColumnsOf(Visitor));
        await PutAsync(Administrator, Orders, ("domain", "hr"));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ColumnsOf(Visitor)));
        await PutAsync(Administrator, Database, ("domain", "sales"));
        Assert.Equal("id day amount", await ColumnsOf(Visitor, "plans"));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ColumnsOf(Visitor)));
    }

    // Developer guide, assigning LF-Tags: ASSOCIATE on the tag, and having made the thing or being able to pass on all rights on it.
    [Fact]
    public async Task Putting_a_tag_asks_for_rights_on_the_tag_and_on_the_thing()
    {
        const PermissionSet all = PermissionSet.Describe | PermissionSet.Alter | PermissionSet.Drop
            | PermissionSet.Insert | PermissionSet.Select | PermissionSet.Delete;
        Assert.Equal("AccessDeniedException", await ErrorOf(() => TryPutAsync(Visitor, Orders, ("pii", "no"))));
        Assert.Equal("AccessDeniedException",
            await ErrorOf(() => TryPutAsync(Visitor, LakeResource.Table("sales", "nothing"), ("pii", "no"))));
        await GrantAsync(Orders, all, all & ~PermissionSet.Drop);
        Assert.Equal("AccessDeniedException", await ErrorOf(() => TryPutAsync(Visitor, Orders, ("pii", "no"))));
        await GrantAsync(Orders, all, all);
        Assert.Equal("pii:AccessDeniedException", await TryPutAsync(Visitor, Orders, ("pii", "no")));
        await GrantAsync(LakeResource.Tag("pii", ["no"]), PermissionSet.Associate);
        Assert.Equal("pii:AccessDeniedException", await TryPutAsync(Visitor, Orders, ("pii", "yes")));
        await PutAsync(Visitor, Orders, ("pii", "no"));
        await TakeAsync(Visitor, Orders, ("pii", "no"));
    }

    // Developer guide, adding LF-Tag creators: administrators give themselves ASSOCIATE on tags of others.
    [Fact]
    public async Task An_administrator_needs_ASSOCIATE_on_tags_of_others()
    {
        await GrantAsync(LakeResource.Catalog(), PermissionSet.CreateLFTag);
        await CreateTagAsync(Visitor, "mine", "a");
        Assert.Equal("mine:AccessDeniedException", await TryPutAsync(Administrator, Orders, ("mine", "a")));
        await Administrator.GrantAsync(new LakeGrant(Lake.Lake.AdministratorArn, LakeResource.Tag("mine", ["a"]), PermissionSet.Associate),
            Ct);
        await PutAsync(Administrator, Orders, ("mine", "a"));
    }

    [Fact]
    public async Task A_guest_sees_the_tags_that_they_may_see_on_what_they_may_see()
    {
        await PutAsync(Administrator, Orders, ("domain", "sales"), ("pii", "no"));
        await PutAsync(Administrator, Amount, ("domain", "hr"));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => TagsOf(Visitor, Orders)));
        await GrantAsync(LakeResource.Columns("sales", "orders", ["id"]), PermissionSet.Select);
        Assert.Equal("", await TagsOf(Visitor, Orders));
        await GrantAsync(LakeResource.Tag("domain", ["*"]), PermissionSet.Describe);
        Assert.Equal("table domain=sales id domain=sales", await TagsOf(Visitor, Orders));
    }

    [Fact]
    public async Task Searches_find_by_inherited_tags_and_by_columns_what_the_caller_may_see()
    {
        await CreateTableAsync(Administrator, "sales", "plans");
        await CreateDatabaseAsync(Administrator, "staff");
        await PutAsync(Administrator, Database, ("domain", "sales"));
        await PutAsync(Administrator, Amount, ("pii", "yes"));
        Assert.Equal("sales", await DatabasesAsync(Administrator, ("domain", ["sales"])));
        Assert.Equal("", await DatabasesAsync(Administrator, ("pii", ["yes"])));
        Assert.Equal("orders(amount domain=sales pii=yes) plans()", await TablesAsync(Administrator, ("domain", ["hr", "sales"])));
        Assert.Equal("orders(amount domain=sales pii=yes)", await TablesAsync(Administrator, ("domain", ["*"]), ("pii", ["yes"])));
        Assert.Equal("EntityNotFoundException", await ErrorOf(() => TablesAsync(Administrator, ("nothing", ["x"]))));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => TablesAsync(Visitor, ("domain", ["sales"]))));
        await GrantAsync(LakeResource.Tag("domain", ["sales"]), PermissionSet.Describe);
        Assert.Equal("", await TablesAsync(Visitor, ("domain", ["sales"])));
        await GrantAsync(LakeResource.Table("sales", "plans"), PermissionSet.Describe);
        Assert.Equal("plans()", await TablesAsync(Visitor, ("domain", ["sales"])));
    }

    // Whatever is put where, the nearest value of a key holds, and a grant opens just the columns whose tags match.
    [Fact]
    public async Task The_nearest_tag_holds()
    {
        await GrantAsync(SalesTables, PermissionSet.Select);
        string[] columns = ["id", "day", "amount"];
        var values = Gen.Elements("sales", "hr", "");
        var lakes = from database in values from table in values from ofColumns in Gen.ArrayOf(values, 3)
            select (database, table, ofColumns);
        foreach (var (database, table, ofColumns) in Gen.Sample(lakes, 40))
        {
            await SetAsync(Database, database);
            await SetAsync(Orders, table);
            for (var i = 0; i < columns.Length; i++) await SetAsync(LakeResource.Columns("sales", "orders", [columns[i]]), ofColumns[i]);
            string Nearest(params string[] path) => path.FirstOrDefault(value => value.Length > 0) ?? "";
            var open = string.Join(' ', columns.Where((_, i) => Nearest(ofColumns[i], table, database) == "sales"));
            Assert.Equal(open, await SucceedsAsync(() => ColumnsOf(Visitor)));
        }
    }

    private static async Task<string> SucceedsAsync(Func<Task<string>> call)
    {
        try
        {
            return await call();
        }
        catch (Amazon.Runtime.AmazonServiceException error) when (error.ErrorCode == "AccessDeniedException")
        {
            return "";
        }
    }

    private async Task SetAsync(LakeResource thing, string value)
    {
        if (value.Length > 0) await PutAsync(Administrator, thing, ("domain", value));
        else await TryTakeAsync(Administrator, thing, ("domain", "sales,hr"));
    }

    private static async Task<string> DatabasesAsync(LakeClients clients, params (string Key, string[] Values)[] conditions)
    {
        var answer = await clients.LakeFormation.SearchDatabasesByLFTagsAsync(
            new SearchDatabasesByLFTagsRequest { Expression = LakeClients.ToWire(Of(conditions)) }, Ct);
        return string.Join(' ', answer.DatabaseList.Select(found => found.Database.Name));
    }

    private static async Task<string> TablesAsync(LakeClients clients, params (string Key, string[] Values)[] conditions)
    {
        var found = new List<TaggedTable>();
        string? token = null;
        do
        {
            var request = new SearchTablesByLFTagsRequest { Expression = LakeClients.ToWire(Of(conditions)), MaxResults = 1,
                NextToken = token };
            var page = await clients.LakeFormation.SearchTablesByLFTagsAsync(request, Ct);
            found.AddRange(page.TableList);
            token = page.NextToken;
        }
        while (token is not null);
        return string.Join(' ', found.Select(one =>
        {
            var columns = (one.LFTagsOnColumns ?? []).Select(column => column.Name + " " + Text(column.LFTags));
            return $"{one.Table.Name}({string.Join(' ', columns)})";
        }));
    }
}
