using FsCheck;
using FsCheck.Fluent;
using LakeTools.Rules.Text;

namespace LakeTools.Tests.Display;

/// <summary>Names as one text, as cells of CSV files have them.</summary>
public sealed class ListTextTests
{
    [Theory]
    [InlineData("id, region", "id|region")]
    [InlineData("id;region", "id|region")]
    [InlineData(" id ,, region,", "id||region|")]
    [InlineData("`a, b`, c", "a, b|c")]
    [InlineData("` a`", " a")]
    [InlineData("`", "`")]
    [InlineData("`a`b, c", "`a`b|c")]
    [InlineData("", "")]
    public void A_text_is_read(string text, string names) => Assert.Equal(names, string.Join('|', ListText.Read(text)));

    [Fact]
    public void What_is_written_is_read() => Prop.ForAll(
        Gen.Elements("a", ";", "=", "`", " ", "\t", "\n", "\"", ",").ListOf().Select(string.Concat).NonEmptyListOf().ToArbitrary(),
        names => ListText.Read(string.Join(", ", names.Select(ListText.Item))).SequenceEqual(names)).QuickCheckThrowOnFailure();
}
