using System.Collections;
using System.Globalization;

namespace LakeTools.Tests.Display;

public sealed class LakeTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData(0L, "0 B")]
    [InlineData(1023L, "1023 B")]
    [InlineData(1024L, "1.0 KB")]
    [InlineData(1258291L, "1.2 MB")]
    [InlineData(1048575L, "1.0 MB")]
    [InlineData(1099511627776L, "1.0 TB")]
    [InlineData(long.MaxValue, "8192.0 PB")]
    public void Sizes_are_in_steps_of_1024(long? bytes, string text) => Assert.Equal(text, LakeText.Size(bytes));

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(0.4, "1 ms")]
    [InlineData(12, "12 ms")]
    [InlineData(5_000, "5 s")]
    [InlineData(125_000, "2 min 5 s")]
    [InlineData(120_000, "2 min")]
    [InlineData(10_920_000, "3 h 2 min")]
    [InlineData(349_200_000, "4 d 1 h")]
    [InlineData(-5_000, "-5 s")]
    public void Durations_are_told_by_their_two_largest_units(double milliseconds, string text) =>
        Assert.Equal(text, LakeText.Duration(TimeSpan.FromMilliseconds(milliseconds)));

    [Fact]
    public void Nothing_is_shown_of_what_is_not_known()
    {
        Assert.Empty(LakeText.Duration(null));
        Assert.Empty(LakeText.Time(null));
        Assert.Empty(LakeText.Pairs(null));
        Assert.Empty(LakeText.Principal(null, null));
        Assert.Null(LakeText.Colour(null));
        Assert.Null(LakeText.Colour("Explicit"));
    }

    [Fact]
    public void Times_are_local_and_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.DateTimeFormat.DateSeparator, other.DateTimeFormat.TimeSeparator) =
            (",", ".", "h");
        CultureInfo.CurrentCulture = other;
        try
        {
            Assert.Equal("2026-01-31 09:05", LakeText.Time(new DateTime(2026, 1, 31, 9, 5, 59, DateTimeKind.Local)));
            var utc = new DateTime(2026, 1, 31, 9, 5, 0, DateTimeKind.Utc);
            Assert.Equal(LakeText.Time(utc.ToLocalTime()), LakeText.Time(utc));
            Assert.Equal("1.5 KB", LakeText.Size(1536));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:role/a", "111122223333", "role/a")]
    [InlineData("arn:aws:iam::111122223333:role/a", null, "role/a")]
    [InlineData("arn:aws:iam::111122223333:role/a", "444455556666", "arn:aws:iam::111122223333:role/a")]
    [InlineData("arn:aws-us-gov:sts::111122223333:assumed-role/a/b", "", "assumed-role/a/b")]
    [InlineData("IAM_ALLOWED_PRINCIPALS", "111122223333", "IAM_ALLOWED_PRINCIPALS")]
    [InlineData("111122223333", "111122223333", "111122223333")]
    public void Principals_of_the_account_are_short(string principal, string? account, string text) =>
        Assert.Equal(text, LakeText.Principal(principal, account));

    [Fact]
    public void Pairs_are_sorted_whatever_holds_them()
    {
        Assert.Equal("a=1, b", LakeText.Pairs(new Dictionary<string, string> { ["b"] = "", ["a"] = "1" }));
        Assert.Equal("a=1|2", LakeText.Pairs(new Dictionary<string, string[]> { ["a"] = ["1", "2"] }));
        Assert.Equal("a=1", LakeText.Pairs(new Hashtable { ["a"] = 1 }));
        Assert.Equal("a=1|2", LakeText.Pairs(new Hashtable { ["a"] = new ArrayList { 1, 2 } }));
    }
}
