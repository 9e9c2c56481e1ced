using System.Security.Cryptography;
using System.Text;

namespace LakeTools.Local.Wire.Signing;

/// <summary>The key that a secret gives for one day, region and service.</summary>
internal sealed class SigningKey
{
    private readonly byte[] _key;

    public SigningKey(string secret, CredentialScope scope)
    {
        var date = HMACSHA256.HashData(Encoding.UTF8.GetBytes("AWS4" + secret), Encoding.UTF8.GetBytes(scope.Date));
        var region = HMACSHA256.HashData(date, Encoding.UTF8.GetBytes(scope.Region));
        var service = HMACSHA256.HashData(region, Encoding.UTF8.GetBytes(scope.Service));
        _key = HMACSHA256.HashData(service, Encoding.UTF8.GetBytes(CredentialScope.Terminator));
    }

    /// <summary>Signs a string to sign.</summary>
    /// <returns>Lower-case hexadecimal digits.</returns>
    public string Sign(string text) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text))).ToLowerInvariant();

    /// <summary>Returns whether two signatures are the same, in a time that does not tell where they differ.</summary>
    public static bool AreSame(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}
