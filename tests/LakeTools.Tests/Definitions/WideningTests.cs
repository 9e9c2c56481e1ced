using System.Text.Json;
using LakeTools.Core.Definitions.Plans;
using LakeTools.Core.Definitions.States;

namespace LakeTools.Tests.Definitions;

/// <summary>
/// Between what a filter or an expression reaches before and after lies what reaches both and nothing else; worked out by hand from what
/// Lake Formation says of filters (rows and columns at once) and of expressions (every LF-Tag at once).
/// </summary>
public sealed class WideningTests
{
    private const string At = "at once";

    private static readonly JsonSerializerOptions s_json =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    // Columns alone.
    [InlineData("columns=a", "columns=b", "columns=a,b")]
    [InlineData("columns=a", "excludedColumns=a", "")]
    [InlineData("columns=a", "excludedColumns=a,b", "excludedColumns=b")]
    [InlineData("excludedColumns=a,b", "excludedColumns=b,c", "excludedColumns=b")]
    [InlineData("", "columns=a", "")]
    // Fields of columns.
    [InlineData("columns=\"s\".\"x\"", "columns=s", "columns=s")]
    [InlineData("columns=\"s\".\"x\"", "columns=\"s\".\"y\"", "columns=\"s\".\"x\",\"s\".\"y\"")]
    [InlineData("excludedColumns=s", "excludedColumns=\"s\".\"x\"", "excludedColumns=\"s\".\"x\"")]
    [InlineData("excludedColumns=s", "columns=\"s\".\"x\"", At)]
    // Columns that are gone by then are not named.
    [InlineData("columns=gone", "columns=a", "columns=a")]
    // Rows: of two expressions nobody knows what they share.
    [InlineData("rows=r", "", "")]
    [InlineData("rows=r", "rows=q", At)]
    // Both.
    [InlineData("columns=a;rows=r", "columns=b;rows=r", "columns=a,b;rows=r")]
    [InlineData("columns=a;rows=r", "columns=a,b", "columns=a,b")]
    [InlineData("columns=a,b", "columns=a;rows=r", "columns=a,b")]
    [InlineData("columns=a", "columns=a,b;rows=r", At)]
    [InlineData("columns=a;rows=r", "columns=b", At)]
    public void Of_filters(string before, string after, string between) => Holds(StateKind.DataFilter, before, after, between);

    [Theory]
    [InlineData("tag.k=x", "tag.k=y", "tag.k=x,y")]
    [InlineData("tag.k=x", "tag.k=*", "tag.k=*")]
    [InlineData("tag.k=x;tag.l=z", "tag.k=x", "tag.k=x")]
    [InlineData("tag.k=x;tag.l=z", "tag.k=y;tag.l=z", "tag.k=x,y;tag.l=z")]
    [InlineData("tag.k=x;tag.l=z", "tag.k=x,y;tag.l=z,w", "tag.k=x,y;tag.l=w,z")]
    [InlineData("tag.k=x", "tag.l=z", At)]
    [InlineData("tag.k=x;tag.l=z", "tag.k=y;tag.l=w", At)]
    public void Of_expressions(string before, string after, string between) => Holds(StateKind.TagExpression, before, after, between);

    [Theory]
    [InlineData("columns=a", "columns=a,b", false)]
    [InlineData("columns=a", "", false)]
    [InlineData("rows=r", "", false)]
    [InlineData("columns=a,b", "columns=a", true)]
    [InlineData("", "rows=r", true)]
    [InlineData("rows=r", "rows=q", true)]
    [InlineData("columns=a", "excludedColumns=a", true)]
    [InlineData("columns=a", "excludedColumns=b", false)]
    public void What_takes_comes_last(string before, string after, bool takes) =>
        Assert.Equal(takes, Widening.Takes(Item(StateKind.DataFilter, before), Item(StateKind.DataFilter, after)));

    private static void Holds(StateKind kind, string before, string after, string between)
    {
        var found = Widening.Between(Item(kind, before), Item(kind, after), column => column != "gone");
        Assert.Equal(between == At ? At : Text(Item(kind, between)), found is null ? At : Text(found));
    }

    private static string Text(StateItem item) => string.Join(';', item.Facts.Select(fact => $"{fact.Key}={fact.Value}"));

    private static StateItem Item(StateKind kind, string facts) => new(
        new StateKey(kind, "thing"),
        StateItem.FactsOf(facts.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(fact => fact.Split('=')).Select(fact =>
            (fact[0], (string?)(fact[0] == "rows" ? fact[1] : JsonSerializer.Serialize(fact[1].Split(','), s_json))))));
}
