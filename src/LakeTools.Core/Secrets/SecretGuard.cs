using System.Security.Cryptography;

namespace LakeTools.Core.Secrets;

/// <summary>
/// Knows the values of the secrets that this process has read or written, as salted hashes only, and finds them again in
/// texts that are about to be shown to others, such as the arguments of a job run: as a whole, inside a longer text, in JSON,
/// in base64 and percent-encoded.
/// <para>
/// Finding a value inside a text without having the value works as in string search by fingerprints: for each length that a
/// remembered value has, a window of that length slides over the text. A polynomial fingerprint with a random base follows
/// the window at constant cost for each step; where it is one of a remembered value, a keyed hash of the window decides.
/// </para>
/// </summary>
public sealed class SecretGuard
{
    /// <summary>A value shorter than this is only found where it is the whole text: three letters are in every text.</summary>
    public const int ShortestInside = 4;

    private const ulong Prime = (1UL << 61) - 1;
    private const int MaximumRemembered = 100_000;

    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(32);
    private readonly ulong _base = (BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) % (Prime - 512)) + 512;
    private readonly Dictionary<int, Dictionary<ulong, HashSet<string>>> _byLength = [];
    private readonly object _gate = new();
    private int _count;

    /// <summary>The guard of this process.</summary>
    public static SecretGuard Process { get; } = new();

    /// <summary>Remembers a secret: its whole text, and each value of its JSON. Bytes are remembered as text and in base64.</summary>
    /// <param name="content">The value.</param>
    public void Remember(SecretContent content)
    {
        foreach (var value in SecretValues.Of(content)) Remember(value);
    }

    /// <summary>Remembers a value, also without the blanks and line breaks around it, which people and programs leave out.</summary>
    /// <param name="value">The value; nothing of it is kept but hashes.</param>
    public void Remember(string value)
    {
        RememberExactly(value);
        RememberExactly(value.TrimStart('\uFEFF').Trim());
    }

    /// <summary>Returns whether a text is, or holds in some form, a remembered value.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True if it does.</returns>
    public bool IsFoundIn(string text)
    {
        lock (_gate)
        {
            if (_byLength.Count == 0) return false;
        }

        return SecretDisguises.Of(text).Any(Holds);
    }

    private void RememberExactly(string value)
    {
        if (value.Length == 0) return;
        var print = Fingerprint(value);
        lock (_gate)
        {
            if (_count >= MaximumRemembered) return;
            if (!_byLength.TryGetValue(value.Length, out var prints)) _byLength[value.Length] = prints = [];
            if (!prints.TryGetValue(print, out var hashes)) prints[print] = hashes = [];
            if (hashes.Add(Hash(value))) _count++;
        }
    }

    private bool Holds(string text)
    {
        lock (_gate)
        {
            foreach (var (length, prints) in _byLength)
            {
                if (length > text.Length) continue;
                if (length < ShortestInside && length != text.Length) continue;
                if (HoldsOfLength(text, length, prints)) return true;
            }
        }

        return false;
    }

    private bool HoldsOfLength(string text, int length, Dictionary<ulong, HashSet<string>> prints)
    {
        var first = Power(length - 1);
        var print = Fingerprint(text.AsSpan(0, length));
        for (var start = 0; ; start++)
        {
            if (prints.TryGetValue(print, out var hashes) && hashes.Contains(Hash(text.AsSpan(start, length)))) return true;
            if (start + length >= text.Length) return false;
            print = Multiply(print + Prime - Multiply(text[start], first), _base) + text[start + length];
            if (print >= Prime) print -= Prime;
        }
    }

    private ulong Fingerprint(ReadOnlySpan<char> text)
    {
        ulong print = 0;
        foreach (var character in text)
        {
            print = Multiply(print, _base) + character;
            if (print >= Prime) print -= Prime;
        }

        return print;
    }

    private ulong Power(int exponent)
    {
        ulong power = 1;
        for (var i = 0; i < exponent; i++) power = Multiply(power, _base);
        return power;
    }

    private static ulong Multiply(ulong left, ulong right) => (ulong)((UInt128)(left % Prime) * right % Prime);

    private string Hash(ReadOnlySpan<char> text) =>
        Convert.ToBase64String(HMACSHA256.HashData(_salt, System.Runtime.InteropServices.MemoryMarshal.AsBytes(text)));
}
