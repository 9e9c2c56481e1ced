using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LakeTools.Core.Data.Cells;
using Xunit;

namespace LakeTools.Tests.Data;

public class ShortRealTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(-12.8, "-12.8")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(-0.05, "-0.05")]
    [InlineData(999_999_999.9999, "999999999.9999")]
    [InlineData(100, "100")]
    [InlineData(10.10, "10.1")]
    public void A_short_number_has_its_shortest_text(double value, string text) => Assert.Equal(text, Written(value));

    [Theory]
    [InlineData(-0.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.Epsilon)]
    [InlineData(0.1 + 0.2)]
    [InlineData(1e9)]
    [InlineData(1e300)]
    [InlineData(0.00001)]
    public void Others_are_left_to_the_general_way(double value) => Assert.Null(Written(value));

    [Fact]
    public void What_is_written_is_what_dotnet_writes()
    {
        var few = from whole in Gen.Choose(-2_000_000_000, 2_000_000_000)
                  from power in Gen.Choose(0, 12)
                  from steps in Gen.Choose(-2, 2)
                  select Moved(whole / Math.Pow(10, power), steps);
        var any = from high in Gen.Choose(int.MinValue, int.MaxValue)
                  from low in Gen.Choose(int.MinValue, int.MaxValue)
                  select BitConverter.Int64BitsToDouble(((long)high << 32) | (uint)low);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(20_000),
            Prop.ForAll(Gen.OneOf(few, any).ToArbitrary(), value =>
                Written(value) is not { } text || text == value.ToString("R", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Nothing_is_written_beyond_the_room()
    {
        for (var room = 0; room < 8; room++)
        {
            var text = new char[room];
            Assert.False(ShortReal.TryFormat(-123.4567, text, out _));
        }
    }

    // A neighbour of a short number is not short.
    private static double Moved(double value, int steps)
    {
        for (; steps > 0; steps--) value = Math.BitIncrement(value);
        for (; steps < 0; steps++) value = Math.BitDecrement(value);
        return value;
    }

    private static string? Written(double value)
    {
        Span<char> text = stackalloc char[32];
        return ShortReal.TryFormat(value, text, out var length) ? text[..length].ToString() : null;
    }
}
