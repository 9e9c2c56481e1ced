using Amazon.LakeFormation.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>LF-Tags themselves: making and changing them, and who may.</summary>
public sealed class TagTests : TaggedLake
{
    [Fact]
    public async Task Keys_and_values_are_kept_in_lower_case()
    {
        await CreateTagAsync(Administrator, "Domain", "Sales", "HR");
        Assert.Equal("domain = hr, sales", await ShowAsync(Administrator, "DOMAIN"));
    }

    [Fact]
    public async Task A_tag_is_made_once()
    {
        await CreateTagAsync(Administrator, "domain", "sales");
        Assert.Equal("InvalidInputException", await ErrorOf(() => CreateTagAsync(Administrator, "DOMAIN", "hr")));
        Assert.Equal("domain = sales", await ShowAsync(Administrator, "domain"));
    }

    [Fact]
    public async Task Values_come_and_go()
    {
        await CreateTagAsync(Administrator, "domain", "sales", "hr");
        await UpdateAsync(Administrator, "domain", ["it"], ["hr"]);
        Assert.Equal("domain = it, sales", await ShowAsync(Administrator, "domain"));
        Assert.Equal("EntityNotFoundException", await ErrorOf(() => UpdateAsync(Administrator, "domain", null, ["hr"])));
        Assert.Equal("InvalidInputException", await ErrorOf(() => UpdateAsync(Administrator, "domain", null, ["it", "sales"])));
        Assert.Equal("InvalidInputException", await ErrorOf(() => UpdateAsync(Administrator, "domain", ["*"], null)));
        Assert.Equal("domain = it, sales", await ShowAsync(Administrator, "domain"));
    }

    // API reference, UpdateLFTag.
    [Fact]
    public async Task A_value_that_something_has_stays()
    {
        await CreateTagAsync(Administrator, "domain", "sales", "hr");
        await PutAsync(Administrator, Database, ("domain", "sales"));
        Assert.Equal("InvalidInputException", await ErrorOf(() => UpdateAsync(Administrator, "domain", null, ["sales"])));
        await TakeAsync(Administrator, Database, ("domain", "sales"));
        await UpdateAsync(Administrator, "domain", null, ["sales"]);
        Assert.Equal("domain = hr", await ShowAsync(Administrator, "domain"));
    }

    [Fact]
    public async Task A_tag_that_goes_takes_its_assignments_and_grants_along()
    {
        await CreateTagAsync(Administrator, "domain", "sales");
        await PutAsync(Administrator, Orders, ("domain", "sales"));
        await GrantAsync(SalesTables, PermissionSet.Select);
        await GrantAsync(LakeResource.Tag("domain", ["sales"]), PermissionSet.Describe);
        Assert.Equal("id day amount", await ColumnsOf(Visitor));
        await Administrator.LakeFormation.DeleteLFTagAsync(new DeleteLFTagRequest { TagKey = "domain" }, Ct);
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ColumnsOf(Visitor)));
        Assert.Equal("EntityNotFoundException", await ErrorOf(() => ShowAsync(Administrator, "domain")));

        // A tag of the same key, made later, does not bring them back.
        await CreateTagAsync(Administrator, "domain", "sales");
        Assert.Equal("", await TagsOf(Administrator, Orders));
        await PutAsync(Administrator, Orders, ("domain", "sales"));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ColumnsOf(Visitor)));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ShowAsync(Visitor, "domain")));
    }

    [Fact]
    public async Task A_value_that_goes_takes_its_grants_along()
    {
        await CreateTagAsync(Administrator, "domain", "sales", "hr", "it");
        await GrantAsync(LakeResource.Tag("domain", ["sales", "hr"]), PermissionSet.Describe);
        await UpdateAsync(Administrator, "domain", null, ["hr"]);
        await UpdateAsync(Administrator, "domain", ["hr"], null);
        Assert.Equal("domain = sales", await ShowAsync(Visitor, "domain"));
    }

    [Fact]
    public async Task Making_one_asks_for_a_right_on_the_catalog_and_gives_all_rights_on_the_tag()
    {
        Assert.Equal("AccessDeniedException", await ErrorOf(() => CreateTagAsync(Visitor, "mine", "a")));
        await GrantAsync(LakeResource.Catalog(), PermissionSet.CreateLFTag);
        await CreateTagAsync(Visitor, "mine", "a", "b");
        await UpdateAsync(Visitor, "mine", ["c"], ["b"]);
        Assert.Equal("mine = a, c", await ShowAsync(Visitor, "mine"));
        await Visitor.GrantAsync(new LakeGrant(TestLake.Analyst + "2", LakeResource.Tag("mine", ["a"]), PermissionSet.Associate), Ct);
        await Visitor.LakeFormation.DeleteLFTagAsync(new DeleteLFTagRequest { TagKey = "mine" }, Ct);
    }

    [Theory]
    [InlineData(PermissionSet.Describe, "domain = sales", false, false)]
    [InlineData(PermissionSet.Associate, "domain = sales", false, false)]
    [InlineData(PermissionSet.GrantWithLFTagExpression, "domain = sales", false, false)]
    [InlineData(PermissionSet.Alter, "domain = hr, sales", true, false)]
    [InlineData(PermissionSet.Drop, "domain = hr, sales", false, true)]
    public async Task What_a_right_on_one_value_lets_its_holder_do(PermissionSet right, string sees, bool mayUpdate, bool mayDelete)
    {
        await CreateTagAsync(Administrator, "domain", "sales", "hr");
        await CreateTagAsync(Administrator, "other", "x");
        await GrantAsync(LakeResource.Tag("domain", ["sales"]), right);
        Assert.Equal(sees, await ShowAsync(Visitor, "domain"));
        var listed = await Visitor.LakeFormation.ListLFTagsAsync(new ListLFTagsRequest(), Ct);
        Assert.Equal(["domain"], listed.LFTags.Select(tag => tag.TagKey));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ShowAsync(Visitor, "other")));
        Assert.Equal("AccessDeniedException", await ErrorOf(() => ShowAsync(Visitor, "nothing")));
        Assert.Equal(mayUpdate, await SucceedsAsync(() => UpdateAsync(Visitor, "domain", ["it"], null)));
        Assert.Equal(mayDelete, await SucceedsAsync(() =>
            Visitor.LakeFormation.DeleteLFTagAsync(new DeleteLFTagRequest { TagKey = "domain" }, Ct)));
    }

    [Fact]
    public async Task Lists_are_paged()
    {
        foreach (var key in (string[])["a", "b", "c", "d", "e"]) await CreateTagAsync(Administrator, key, "x");
        var keys = new List<string>();
        string? token = null;
        do
        {
            var page = await Administrator.LakeFormation.ListLFTagsAsync(new ListLFTagsRequest { MaxResults = 2, NextToken = token }, Ct);
            Assert.True(page.LFTags.Count <= 2);
            keys.AddRange(page.LFTags.Select(tag => tag.TagKey));
            token = page.NextToken;
        }
        while (token is not null);
        Assert.Equal(["a", "b", "c", "d", "e"], keys);
    }

    [Fact]
    public async Task Nothing_is_granted_on_what_is_not_there()
    {
        await CreateTagAsync(Administrator, "domain", "sales");
        foreach (var resource in (LakeResource[])
        [
            LakeResource.Tag("domain", ["hr"]), LakeResource.Tag("nothing", ["*"]),
            Tables(("domain", ["sales", "hr"])), Tables(("domain", ["sales"]), ("nothing", ["x"])),
            LakeResource.Tagged(TaggedResourceType.Table, "nothing"), LakeResource.NamedTagExpression("nothing"),
        ])
        {
            Assert.Equal("EntityNotFoundException", await ErrorOf(() => GrantAsync(resource, PermissionSet.Describe)));
        }

        await GrantAsync(LakeResource.Tag("domain", ["*"]), PermissionSet.Describe);
        Assert.Equal("domain = sales", await ShowAsync(Visitor, "domain"));
    }

    private static async Task<bool> SucceedsAsync(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (Amazon.Runtime.AmazonServiceException error) when (error.ErrorCode == "AccessDeniedException")
        {
            return false;
        }
    }

    private static Task UpdateAsync(LakeClients clients, string key, List<string>? add, List<string>? remove) =>
        clients.LakeFormation.UpdateLFTagAsync(new UpdateLFTagRequest { TagKey = key, TagValuesToAdd = add, TagValuesToDelete = remove },
            Ct);

    private static async Task<string> ShowAsync(LakeClients clients, string key)
    {
        var tag = await clients.LakeFormation.GetLFTagAsync(new GetLFTagRequest { TagKey = key }, Ct);
        return $"{tag.TagKey} = {string.Join(", ", tag.TagValues)}";
    }
}
