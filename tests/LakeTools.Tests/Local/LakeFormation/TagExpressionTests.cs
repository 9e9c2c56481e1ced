using Amazon.LakeFormation.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>Named expressions of LF-Tags: making and changing them, what they open, and who may.</summary>
public sealed class TagExpressionTests : TaggedLake
{
    private static LakeResource Named { get; } = LakeResource.NamedTagExpression("Mine");
    private static LakeResource TablesOfNamed { get; } = LakeResource.Tagged(TaggedResourceType.Table, "Mine");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CreateTagAsync(Administrator, "domain", "sales", "hr");
        await PutAsync(Administrator, Orders, ("domain", "sales"));
    }

    [Fact]
    public async Task It_is_made_read_changed_and_removed()
    {
        await CreateAsync(Administrator, "sales");
        Assert.Equal("InvalidInputException", await ErrorOf(() => CreateAsync(Administrator, "sales")));
        Assert.Equal("domain = sales", await ShowAsync(Administrator));
        await UpdateAsync(Administrator, "sales", "hr");
        Assert.Equal("domain = hr, sales", await ShowAsync(Administrator));
        await DeleteAsync(Administrator);
        Assert.Equal("EntityNotFoundException", await ErrorOf(() => ShowAsync(Administrator)));
    }

    [Fact]
    public async Task It_names_what_is_there()
    {
        Assert.Equal("EntityNotFoundException", await ErrorOf(() => CreateAsync(Administrator, "it")));
    }

    [Fact]
    public async Task A_grant_by_it_follows_it()
    {
        await CreateAsync(Administrator, "sales");
        await GrantAsync(TablesOfNamed, PermissionSet.Select);
        Assert.Equal("id day amount", await ColumnsOf(Visitor));
        await UpdateAsync(Administrator, "hr");
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ColumnsOf(Visitor)));
    }

    // API reference, DeleteLFTagExpression: the grants by it go too.
    [Fact]
    public async Task Grants_go_with_it()
    {
        await CreateAsync(Administrator, "sales");
        await GrantAsync(TablesOfNamed, PermissionSet.Select);
        await GrantAsync(Named, PermissionSet.Describe);
        await DeleteAsync(Administrator);
        await CreateAsync(Administrator, "sales");
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ColumnsOf(Visitor)));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ShowAsync(Visitor)));
    }

    // API reference, CreateLFTagExpression.
    [Fact]
    public async Task Making_one_asks_for_rights_on_the_catalog_and_on_the_tags()
    {
        await GrantAsync(LakeResource.Catalog(), PermissionSet.CreateLFTagExpression);
        Assert.Equal("AccessDeniedException", await ErrorOf(() => CreateAsync(Visitor, "sales")));
        await GrantAsync(LakeResource.Tag("domain", ["sales"]), PermissionSet.GrantWithLFTagExpression);
        Assert.Equal("AccessDeniedException", await ErrorOf(() => CreateAsync(Visitor, "sales", "hr")));
        await CreateAsync(Visitor, "sales");
        Assert.Equal("domain = sales", await ShowAsync(Visitor));
        await UpdateAsync(Visitor, "sales");
        await DeleteAsync(Visitor);
    }

    [Theory]
    [InlineData(PermissionSet.Describe, true, false, false)]
    [InlineData(PermissionSet.Alter, true, false, false)]
    [InlineData(PermissionSet.Drop, true, true, false)]
    [InlineData(PermissionSet.GrantWithLFTagExpression, true, false, true)]
    public async Task What_a_right_on_it_lets_its_holder_do(PermissionSet right, bool sees, bool mayDelete, bool mayGrant)
    {
        await CreateAsync(Administrator, "sales");
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ShowAsync(Visitor)));
        await GrantAsync(Named, right);
        var listed = await Visitor.LakeFormation.ListLFTagExpressionsAsync(new ListLFTagExpressionsRequest(), Ct);
        Assert.Equal(sees ? 1 : 0, listed.LFTagExpressions.Count);
        var grant = new LakeGrant(Guest, TablesOfNamed, PermissionSet.Select);
        Assert.Equal(mayGrant, await Record.ExceptionAsync(() => Visitor.GrantAsync(grant, Ct)) is null);
        Assert.Equal(mayDelete, await Record.ExceptionAsync(() => DeleteAsync(Visitor)) is null);
    }

    [Fact]
    public async Task A_right_on_all_values_of_an_expression_lets_its_holder_grant_by_it()
    {
        await GrantAsync(LakeResource.Tag("domain", ["sales"]), PermissionSet.GrantWithLFTagExpression);
        await Visitor.GrantAsync(new LakeGrant(Guest, SalesTables, PermissionSet.Select), Ct);
        Assert.Equal("id day amount", await ColumnsOf(Visitor));
        Assert.Equal("AccessDeniedException", await ErrorOf(() =>
            Visitor.GrantAsync(new LakeGrant(Guest, Tables(("domain", ["sales", "hr"])), PermissionSet.Select), Ct)));
    }

    private static Task CreateAsync(LakeClients clients, params string[] values) => clients.LakeFormation.CreateLFTagExpressionAsync(
        new CreateLFTagExpressionRequest { Name = "Mine", Expression = LakeClients.ToWire(Of(("domain", values))) }, Ct);

    private static Task UpdateAsync(LakeClients clients, params string[] values) => clients.LakeFormation.UpdateLFTagExpressionAsync(
        new UpdateLFTagExpressionRequest { Name = "Mine", Expression = LakeClients.ToWire(Of(("domain", values))) }, Ct);

    private static Task DeleteAsync(LakeClients clients) =>
        clients.LakeFormation.DeleteLFTagExpressionAsync(new DeleteLFTagExpressionRequest { Name = "Mine" }, Ct);

    private static async Task<string> ShowAsync(LakeClients clients)
    {
        var answer = await clients.LakeFormation.GetLFTagExpressionAsync(new GetLFTagExpressionRequest { Name = "Mine" }, Ct);
        return string.Join("; ", answer.Expression.Select(tag => $"{tag.TagKey} = {string.Join(", ", tag.TagValues)}"));
    }
}
