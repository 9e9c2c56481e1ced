using System.Security.Cryptography;
using LakeTools.Local.Store;

namespace LakeTools.Tests.Local.Store;

public sealed class CipherTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lake-").FullName;

    [Theory]
    [InlineData("")]
    [InlineData("ümlaut and 🌧")]
    public void What_was_sealed_opens_under_the_same_name(string text)
    {
        var sealedText = LakeCipher.Open(_folder, null).Seal(text, "owner");
        Assert.Equal(text, LakeCipher.Open(_folder, null).OpenText(sealedText, "owner"));
        Assert.ThrowsAny<CryptographicException>(() => LakeCipher.Open(_folder, null).OpenText(sealedText, "another"));
        Assert.NotEqual(sealedText, LakeCipher.Open(_folder, null).Seal(text, "owner"));
    }

    [Fact]
    public void A_changed_byte_is_found()
    {
        var cipher = LakeCipher.Open(_folder, null);
        for (var i = 0; i < 33; i++)
        {
            var sealedText = cipher.Seal("value", "owner");
            sealedText[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => cipher.OpenText(sealedText, "owner"));
        }
    }

    [Fact]
    public void Only_the_owner_may_read_the_key()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has access lists in place of modes.");
        LakeCipher.Open(_folder, null).Seal("value", "owner");
        var file = Path.Combine(_folder, LakeCipher.KeyFile);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file));
        Assert.Equal([file], Directory.GetFiles(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
