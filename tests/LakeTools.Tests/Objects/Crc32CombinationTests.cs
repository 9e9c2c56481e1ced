using System.IO.Hashing;
using FsCheck;
using FsCheck.Fluent;
using LakeTools.Core.Objects;
using Xunit;

namespace LakeTools.Tests.Objects;

public class Crc32CombinationTests
{
    [Fact]
    public void Pieces_give_what_the_whole_gives() => Prop.ForAll<byte[], byte[]>((first, second) =>
        Crc32Combination.Combine(Crc32.HashToUInt32(first), Crc32.HashToUInt32(second), second.Length) == Crc32.HashToUInt32([.. first, .. second]))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Long_pieces_too()
    {
        var whole = ObjectLake.Content((3 * 1024 * 1024) + 7);
        Assert.Equal(Crc32.HashToUInt32(whole),
            Crc32Combination.Combine(Crc32.HashToUInt32(whole[..5]), Crc32.HashToUInt32(whole[5..]), whole.Length - 5));
    }
}
