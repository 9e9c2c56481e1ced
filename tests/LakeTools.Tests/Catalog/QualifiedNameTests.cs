using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Names;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Catalog;

/// <summary>Joined names, and the keys and texts that are made of them.</summary>
public sealed class QualifiedNameTests
{
    private const string Account = "000000000000";

    [Theory]
    [InlineData("sales.orders", "sales", "orders")]
    [InlineData("my db.orders", "my db", "orders")]
    [InlineData("`a.b`.c", "a.b", "c")]
    [InlineData("a.`b.c`", "a", "b.c")]
    [InlineData("```a`.b``", "`a", "b``")]
    [InlineData("`a``.b`.c", "a`.b", "c")]
    public void Names_can_be_told_apart(string text, params string[] names)
    {
        Assert.Equal(text, QualifiedName.Of(names));
        Assert.Equal(names, QualifiedName.Split(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".a")]
    [InlineData("a.")]
    [InlineData("a..b")]
    [InlineData("``.b")]
    [InlineData("`a")]
    [InlineData("`a`b.c")]
    public void Other_texts_are_no_names(string text) => Assert.Null(QualifiedName.Split(text));

    // Histories and saved plans of earlier versions have these.
    [Fact]
    public void Names_without_dots_are_in_keys_as_they_are()
    {
        Assert.Equal("Table my db.t-1", StateKey.OfTable("my db", "t-1").ToString());
        Assert.Equal("DataFilter d.t/a.b", StateKey.Of(StateKind.DataFilter, LakeResource.DataFilter("d", "t", "a.b")).ToString());
        Assert.Equal("TagAssignment d.t.c", StateKey.Of(StateKind.TagAssignment, LakeResource.Columns("d", "t", ["c"])).ToString());
        Assert.Equal("Grant arn:aws:iam::000000000000:role/a.b on data location arn:aws:s3:::lake/a.b",
            StateKey.Of(StateKind.Grant, "arn:aws:iam::000000000000:role/a.b", LakeResource.Location("arn:aws:s3:::lake/a.b"), Account)
                .ToString());
    }

    [Fact]
    public void No_two_resources_have_the_same_key()
    {
        LakeResource[] places =
        [
            LakeResource.Database("a.b"), LakeResource.Table("a", "b"), LakeResource.Table("a.b", "c"), LakeResource.Table("a", "b.c"),
            LakeResource.Columns("a", "b", ["c"]), LakeResource.Columns("a.b", "c", ["d"]), LakeResource.Columns("a", "b.c", ["d"]),
            LakeResource.Columns("a", "b", ["c.d"]),
            LakeResource.DataFilter("a", "b/c", "d"), LakeResource.DataFilter("a", "b", "c/d"), LakeResource.DataFilter("a", "b.c", "d"),
        ];
        Assert.Distinct(places.Select(place => StateKey.Of(StateKind.TagAssignment, place).Id));
        LakeResource[] granted =
        [
            .. places,
            LakeResource.Columns("a", "b", ["c, d"]), LakeResource.Columns("a", "b", ["c", "d"]), LakeResource.Table("a", "b (columns c)"),
            LakeResource.DataFilter("y of table d", "t", "x"), LakeResource.DataFilter("d", "t", "x of table y"),
            LakeResource.Database("a of account 111111111111", Account), LakeResource.Database("a", "111111111111"),
            LakeResource.Tagged(TaggedResourceType.Table, "k = v"),
            LakeResource.Tagged(TaggedResourceType.Table, TagExpression.Of([KeyValuePair.Create("k", (IEnumerable<string>)["v"])])),
            LakeResource.Tag("a = b", ["c"]), LakeResource.Tag("a", ["b = c"]),
        ];
        Assert.Distinct(granted.Select(resource => StateKey.Of(StateKind.Grant, "p", resource, Account).Id));
    }
}
