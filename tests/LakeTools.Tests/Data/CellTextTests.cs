using System.Globalization;
using LakeTools.Core.Data.Cells;
using LakeTools.Rules.Text;
using Xunit;

namespace LakeTools.Tests.Data;

public class CellTextTests
{
    public static TheoryData<string, string, object?> Values => new()
    {
        { "int", "12", 12 },
        { "int", " 12 ", 12 },
        { "int", "", null },
        { "bigint", "9223372036854775807", long.MaxValue },
        { "smallint", "-32768", short.MinValue },
        { "tinyint", "127", sbyte.MaxValue },
        { "double", "1e3", 1000d },
        { "double", "-0.5", -0.5d },
        { "boolean", "TRUE", true },
        { "boolean", "false", false },
        { "decimal(10,2)", "12.34", 12.34m },
        { "decimal(10,2)", "12.345", 12.35m },
        { "decimal(10,2)", "-99999999.99", -99999999.99m },
        { "decimal(38,20)", "0.123456789012345678901234567890", "0.123456789012345678901234567890" },
        { "decimal(38,0)", "12345678901234567890123456789012345678", "12345678901234567890123456789012345678" },
        { "decimal(38,35)", "0.00000000000000000000000000000123", "0.00000000000000000000000000000123" },
        { "decimal(38,35)", "-12.3e-31", "-0.00000000000000000000000000000123" },
        { "decimal(38,35)", "1.5000000000000000000000000000000000", 1.5m },
        { "decimal(38,33)", "0.0000000000000000000000000000012345", "0.000000000000000000000000000001235" },
        { "decimal(10,2)", "1e-30", 0m },
        { "decimal(10,2)", "0.00500000000000000000000000000000", 0.01m },
        { "decimal(10,2)", "-0.0049999999999999999999999999", 0m },
        { "decimal(38,0)", "1e37", "10000000000000000000000000000000000000" },
        { "date", "2012-02-29", new DateTime(2012, 2, 29) },
        { "timestamp", "2012-01-31 10:20:30.5", new DateTime(2012, 1, 31, 10, 20, 30, 500) },
        { "timestamp", "2012-01-31T10:20:30+02:00", new DateTime(2012, 1, 31, 8, 20, 30) },
        { "timestamp", "2012-01-31T10:20Z", new DateTime(2012, 1, 31, 10, 20, 0) },
        { "timestamp", "2012-01-31", new DateTime(2012, 1, 31) },
        { "string", "", "" },
        { "string", " a ", " a " },
        { "varchar(10)", "a", "a" },
        { "array<int>", "1|2", "1|2" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_text_is_a_value(string type, string text, object? value)
    {
        Assert.True(CellText.TryParse(text, CellType.FromHive(type), out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("int", "1.5")]
    [InlineData("int", "2147483648")]
    [InlineData("int", "1,000")]
    [InlineData("int", "x")]
    [InlineData("double", "1.2.3")]
    [InlineData("boolean", "yes")]
    [InlineData("decimal(4,2)", "100")]
    [InlineData("decimal(4,2)", "99.995")]
    [InlineData("decimal(5,2)", "12345678901234567890123456789012")]
    [InlineData("decimal(5,2)", "1e9999")]
    [InlineData("decimal(5,2)", "1e10000")]
    [InlineData("decimal(5,2)", ".e1")]
    [InlineData("decimal(5,2)", "1234567890123456789012345678901x")]
    [InlineData("date", "31.01.2012")]
    [InlineData("date", "2012-02-30")]
    [InlineData("date", "2012-1-2")]
    [InlineData("timestamp", "2012-01-31 25:00:00")]
    [InlineData("timestamp", "2012-01-31 10:20:30.")]
    public void A_text_is_no_value(string type, string text) => Assert.False(CellText.TryParse(text, CellType.FromHive(type), out _));

    [Theory]
    [InlineData("2012-01-31 10:20:30.12345678", true)]
    [InlineData("2012-01-31T10:20:30.123456789Z", true)]
    [InlineData("2012-01-31 10:20:30.000000001+05:30", true)]
    [InlineData("2012-01-31 10:20:30.1234567", false)]
    [InlineData("2012-01-31 10:20:30.123456700", false)]
    [InlineData("2012-01-31 10:20:30.123+05:30", false)]
    [InlineData("2012-01-31 10:20:30.1234567+05:30", false)]
    [InlineData("2012-01-31 10:20:30.12345670-0530", false)]
    public void A_time_is_cut(string text, bool isCut)
    {
        Assert.True(IsoTime.TryParse(text, out _));
        Assert.Equal(isCut, IsoTime.IsCut(text));
    }

    [Fact]
    public void A_double_is_exact_in_each_of_its_forms_and_no_other()
    {
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var real = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (!double.IsFinite(real)) continue;
            foreach (var form in new[] { "R", "G17", "E766" }) Assert.True(IsDouble(Text(real, form)));
            Assert.False(IsDouble(Text(real, "E20").Replace("E", "7E", StringComparison.Ordinal)));
        }

        static string Text(double real, string form) => real.ToString(form, CultureInfo.InvariantCulture);

        static bool IsDouble(string text) => CellConversion.Chosen.TryConvert(text, new CellType(CellKind.Double), out _);
    }

    [Fact]
    public void Short_numbers_are_the_nearest_doubles()
    {
        var random = new Random(7);
        var texts = Enumerable.Range(0, 20_000).Select(_ =>
        {
            var digits = new string(Enumerable.Range(0, random.Next(1, 18)).Select(_ => (char)('0' + random.Next(10))).ToArray());
            var point = random.Next(-1, digits.Length + 1);
            return (random.Next(3) == 0 ? "-" : "") + (point < 0 ? digits : digits.Insert(point, "."));
        });
        foreach (var text in texts.Concat(["0", "-0", "-0.0", "5.", ".5", "000000000000001", "+1.5"]))
        {
            Assert.True(CellText.TryParse(text, new CellType(CellKind.Double), out var value));
            var nearest = double.Parse(text, CultureInfo.InvariantCulture);
            Assert.Equal(BitConverter.DoubleToInt64Bits(nearest), BitConverter.DoubleToInt64Bits((double)value!));
        }

        foreach (var text in new[] { ".", "-", "-.", "1.2.3", "1-", "1,5" })
            Assert.False(CellText.TryParse(text, new CellType(CellKind.Double), out _));
    }

    [Fact]
    public void A_text_is_the_same_with_and_without_a_string_for_it()
    {
        Span<char> text = stackalloc char[64];
        object[] values = [1, -5L, (short)7, (sbyte)-1, 0.1, 1e300, -0.0, double.NaN, float.MaxValue, 0.3f, 12.340m, decimal.MinValue,
            new DateTime(1, 1, 1), new DateTime(9999, 12, 31, 23, 59, 59)];
        foreach (var value in values)
        {
            var kind = value is DateTime ? CellKind.Date : CellKind.Text;
            Assert.True(CellText.TryFormat(value, kind, text, out var length));
            Assert.Equal(CellText.Format(value, kind), text[..length].ToString());
        }
    }
}
