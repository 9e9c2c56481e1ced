using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using LakeTools.Rules.Conditions;

namespace LakeTools.Tests.Permissions;

/// <summary>Conditions: the table of condition-cases.txt, which Cedar itself decided, and texts that mean harm.</summary>
public sealed class PrincipalConditionTests
{
    private const string Tags = "context.iam.principalTags";

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            var path = Path.Combine(Repository.Root, "tests", "LakeTools.Tests", "Permissions", "condition-cases.txt");
            foreach (var line in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#'))
            {
                var parts = line.Split('|', 3);
                var expression = Regex.Replace(parts[2].Trim(), @"\bT(?=\s*[.\[]| has)", Tags);
                cases.Add(parts[0].Trim(), parts[1].Trim(), expression);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_condition_says_of_tags_what_Cedar_says(string expected, string tags, string expression)
    {
        var known = tags.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(tag => tag.Split('=', 2))
            .ToDictionary(tag => tag[0], tag => tag[1]);
        if (expected == "refused") Assert.Throws<ConditionException>(() => PrincipalCondition.Parse(expression));
        else Assert.Equal(expected == "met", PrincipalCondition.Parse(expression).IsMetBy(known));
    }

    [Theory]
    [InlineData("\u0000")]
    [InlineData("\u00A0")]
    [InlineData("\u2028")]
    [InlineData("\uFEFF")]
    [InlineData("\uD800")]
    public void Only_plain_space_stands_between_words(string space) =>
        Assert.Throws<ConditionException>(() => PrincipalCondition.Parse($"{Tags}.hasTag(\"a\"){space}|| {Tags}.hasTag(\"b\")"));

    [Theory]
    [InlineData("\u0000")]
    [InlineData("\n")]
    [InlineData("\uD800")]
    [InlineData("\u202E")]
    public void A_text_holds_no_character_that_is_not_seen(string hidden) =>
        Assert.Throws<ConditionException>(() => PrincipalCondition.Parse($"{Tags}.getTag(\"a\") == \"b{hidden}\""));

    [Fact]
    public void Three_thousand_characters_are_taken_and_no_more()
    {
        var test = $"{Tags}.hasTag(\"a\")";
        Assert.True(PrincipalCondition.Parse(test.PadRight(3000)).IsMetBy(new Dictionary<string, string> { ["a"] = "" }));
        Assert.Equal(3001, Assert.Throws<ConditionException>(() => PrincipalCondition.Parse(test.PadRight(3001))).Position);
    }

    [Theory]
    [InlineData('(', ')', 100, true)]
    [InlineData('(', ')', 101, false)]
    [InlineData('(', ')', 1400, false)]
    [InlineData('!', ' ', 100, true)]
    [InlineData('!', ' ', 101, false)]
    [InlineData('!', ' ', 1400, false)]
    public void Depth_is_bounded(char open, char close, int depth, bool isTaken)
    {
        var text = new string(open, depth) + $"{Tags}.hasTag(\"a\")" + new string(close, depth);
        if (isTaken) Assert.True(PrincipalCondition.Parse(text).IsMetBy(new Dictionary<string, string> { ["a"] = "" }));
        else Assert.Throws<ConditionException>(() => PrincipalCondition.Parse(text));
    }

    [Fact]
    public void A_condition_that_is_cut_or_spliced_is_refused_or_asks_for_no_less() => Prop.ForAll(
        (from text in Conditions(3) from at in Gen.Choose(0, 400) from length in Gen.Choose(0, 30) from put in Piece
         select (Text: text, Changed: Splice(text, at, length, put))).ToArbitrary(),
        row =>
        {
            // With no tags at all, no condition of tests that want tags is met, whatever is cut out of it or put into it.
            Assert.False(Outcome(row.Text));
            Assert.False(Outcome(row.Changed));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void Tags_that_are_not_known_decide_nothing()
    {
        var unknown = PrincipalTags.NotKnown("Nobody may read them.");
        Assert.Equal(ConditionOutcome.Undecided, PrincipalCondition.Decide($"{Tags}.hasTag(\"a\")", unknown, out var why));
        Assert.Equal("Nobody may read them.", why);
        Assert.Equal(ConditionOutcome.Undecided, PrincipalCondition.Decide("principal has a", PrincipalTags.None, out _));
    }

    [Fact]
    public void A_tag_of_the_session_takes_the_place_of_the_roles()
    {
        // IAM user guide, passing session tags in AWS STS: keys do not differ by letter case alone.
        var tags = PrincipalTags.Of([new("Team", "a"), new("unit", "x"), new("team", "b")]);
        Assert.Equal(new Dictionary<string, string> { ["team"] = "b", ["unit"] = "x" }, tags.Values);
    }

    private static bool Outcome(string text)
    {
        try
        {
            return PrincipalCondition.Parse(text).IsMetBy(new Dictionary<string, string>());
        }
        catch (ConditionException)
        {
            return false;
        }
    }

    // Tests that want a tag, joined in every way but with a negation.
    private static Gen<string> Conditions(int depth) => depth == 0 ? Test : Gen.OneOf(
        Test,
        from left in Conditions(depth - 1) from right in Conditions(depth - 1) from sign in Gen.Elements(" && ", "||", "\n&&\t")
        select left + sign + right,
        Conditions(depth - 1).Select(inner => $"({inner})"));

    private static Gen<string> Test { get; } = Gen.Elements(
        $"{Tags}.hasTag(\"a\")", $"{Tags}.getTag(\"a\") == \"b\"", $"\"b\" == {Tags}.getTag(\"a\")",
        $"{Tags}.getTag(\"a\") != \"b\"", $"{Tags}.getTag(\"a\") == {Tags}.getTag(\"b\")");

    private static Gen<string> Piece { get; } = Gen.Elements(
        "", "\"", "\\", "\\\"", "(", ")", "||", "&&", "true",
        "\"\" == \"\"", "//", "/*", "\n", "1 == 1", ";", "}", "\u0000", "|| true", "\"||\"");

    private static string Splice(string text, int at, int length, string put)
    {
        at = Math.Min(at, text.Length);
        return text[..at] + put + text[Math.Min(at + length, text.Length)..];
    }
}
