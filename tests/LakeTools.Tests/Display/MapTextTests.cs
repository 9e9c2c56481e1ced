using FsCheck;
using FsCheck.Fluent;
using LakeTools.Rules.Text;

namespace LakeTools.Tests.Display;

/// <summary>Maps as one text, as cells of CSV files have them.</summary>
public sealed class MapTextTests
{
    public static TheoryData<string, string?> Texts => new()
    {
        { "day=monday; hour=1", "day|monday hour|1" },
        { " day = monday ;; ", "day|monday" },
        { "field.delim=`;`", "field.delim|;" },
        { "`a;b=c`=` x `", "a;b=c| x " },
        { "a=`", "a|`" },
        { "a=b=c", "a|b=c" },
        { "a=", "a|" },
        { "", "" },
        { "a", null },
        { "a; b=1", null },
    };

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void A_text_is_read(string text, string? pairs) =>
        Assert.Equal(pairs, MapText.Read(text) is { } read ? string.Join(' ', read.Select(pair => $"{pair.Key}|{pair.Value}")) : null);

    [Fact]
    public void What_is_written_is_read() => Prop.ForAll(
        Gen.Elements("a", ";", "=", "`", " ", "\t", "\n", "\"", ",").ListOf().Select(string.Concat).ListOf().ToArbitrary(),
        texts =>
        {
            var values = texts.ToList();
            var pairs = values.Select((value, i) => KeyValuePair.Create("k" + values[^(i + 1)], value)).ToList();
            return MapText.Read(string.Join("; ", pairs.Select(pair => MapText.Pair(pair.Key, pair.Value))))!.SequenceEqual(pairs);
        }).QuickCheckThrowOnFailure();
}
