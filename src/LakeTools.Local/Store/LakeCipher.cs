using System.Security.Cryptography;
using System.Text;

namespace LakeTools.Local.Store;

/// <summary>
/// Seals what must not lie in the store as it is (AES-256-GCM). The key is in a file of the lake's folder that only its
/// owner may read, so a copy of the store alone reveals nothing. The owner of a sealed value is authenticated
/// with it: it opens under that name only.
/// </summary>
internal sealed class LakeCipher
{
    public const string KeyFile = "lake.key";

    private const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] _key;

    private LakeCipher(byte[] key) => _key = key;

    /// <summary>Reads the key of a lake, or makes one for a new lake.</summary>
    /// <param name="folder">The lake's folder.</param>
    /// <param name="known">Something that the lake has sealed, and what it belongs to; null if it has sealed nothing yet.</param>
    /// <exception cref="InvalidDataException">The key is missing or did not seal the lake's values.</exception>
    public static LakeCipher Open(string folder, (byte[] Sealed, string Owner)? known)
    {
        var file = Path.Combine(folder, KeyFile);
        if (!File.Exists(file))
        {
            if (known is not null)
                throw new InvalidDataException($"{file} is missing. Without it, the encrypted values of the lake cannot be read. "
                    + "Put the file back from a copy.");
            MakeKey(file);
        }

        var key = File.ReadAllBytes(file);
        if (key.Length != KeySize) throw new InvalidDataException($"{file} does not contain a key of {KeySize} bytes.");
        var cipher = new LakeCipher(key);
        if (known is var (value, owner) && !cipher.Opens(value, owner))
            throw new InvalidDataException($"{file} is not the key that the lake's values were sealed with. "
                + "Put that one back from a copy.");
        return cipher;
    }

    /// <summary>Seals bytes.</summary>
    /// <param name="plain">The bytes.</param>
    /// <param name="owner">The owner of the bytes, such as an ARN and a version's id.</param>
    /// <returns>Nonce, tag and cipher text in one.</returns>
    public byte[] Seal(ReadOnlySpan<byte> plain, string owner)
    {
        var result = new byte[NonceSize + TagSize + plain.Length];
        var nonce = result.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagSize); // one instance serves one thread only
        aes.Encrypt(nonce, plain, result.AsSpan(NonceSize + TagSize), result.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(owner));
        return result;
    }

    /// <summary>Seals text.</summary>
    public byte[] Seal(string plain, string owner) => Seal(Encoding.UTF8.GetBytes(plain), owner);

    /// <summary>Opens what was sealed under the same name.</summary>
    /// <exception cref="CryptographicException">It was sealed with another key or under another name, or somebody changed it.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedBytes, string owner)
    {
        if (sealedBytes.Length < NonceSize + TagSize) throw new CryptographicException("A sealed value is too short.");
        var plain = new byte[sealedBytes.Length - NonceSize - TagSize];
        var tag = sealedBytes.Slice(NonceSize, TagSize);
        using var aes = new AesGcm(_key, TagSize);
        aes.Decrypt(sealedBytes[..NonceSize], sealedBytes[(NonceSize + TagSize)..], tag, plain, Encoding.UTF8.GetBytes(owner));
        return plain;
    }

    /// <summary>Opens text.</summary>
    public string OpenText(ReadOnlySpan<byte> sealedBytes, string owner) => Encoding.UTF8.GetString(Open(sealedBytes, owner));

    private bool Opens(byte[] value, string owner)
    {
        try
        {
            Open(value, owner);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static void MakeKey(string file)
    {
        // Written to a temporary file and renamed, so another process that opens the lake now finds a whole key or none.
        var beside = $"{file}.{Guid.NewGuid():N}";
        using (var stream = OwnFiles.Make(beside))
        {
            stream.Write(RandomNumberGenerator.GetBytes(KeySize));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(beside, file, overwrite: false);
            FolderSync.Flush(Path.GetDirectoryName(file)!);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(beside);
        }
    }
}
