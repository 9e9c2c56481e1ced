using FsCheck;
using FsCheck.Fluent;
using LakeTools.Core.Objects;
using Xunit;
using Crc32 = LakeTools.Core.Objects.Crc32;
using Library = System.IO.Hashing.Crc32;

namespace LakeTools.Tests.Objects;

public class Crc32Tests
{
    [Fact]
    public void Pieces_give_what_the_library_gives_for_the_whole() => Prop.ForAll<byte[], byte[]>((first, second) =>
    {
        var hash = new Crc32();
        hash.Append(first);
        hash.Append(second);
        var whole = Library.HashToUInt32([.. first, .. second]);
        return hash.Value == whole && Crc32.Combine(Library.HashToUInt32(first), Library.HashToUInt32(second), second.Length) == whole;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Long_pieces_too()
    {
        var content = ObjectLake.Content((3 * 1024 * 1024) + 7);
        var hash = new Crc32();
        hash.Append(content);
        Assert.Equal(Library.HashToUInt32(content), hash.Value);
        Assert.Equal(hash.Value, Crc32.Combine(Library.HashToUInt32(content[..5]), Library.HashToUInt32(content[5..]), content.Length - 5));
    }
}
