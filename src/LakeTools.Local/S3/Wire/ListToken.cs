using System.Security.Cryptography;
using System.Text;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Wire;

/// <summary>
/// Continuation tokens: the place where a list continues, in a form that clients do not parse. A text that the list has not written is
/// none of its tokens.
/// </summary>
internal static class ListToken
{
    private const int MarkLength = 9;

    private static readonly string[] s_chosenBy = ["prefix", "delimiter", "bucket-region", "id"];

    /// <summary>Writes a token.</summary>
    /// <param name="request">The request for the list: its filters are the same for all pages.</param>
    /// <param name="list">The list's name, with its bucket.</param>
    /// <param name="place">The last item that was given.</param>
    public static string Write(WireRequest request, string list, string place)
    {
        var bytes = Encoding.UTF8.GetBytes(place);
        return Convert.ToBase64String([.. Mark(request, list, bytes), .. bytes]);
    }

    /// <summary>Reads a token of the list that a request is for.</summary>
    public static string Read(WireRequest request, string list, string token)
    {
        var bytes = new byte[token.Length];
        if (Convert.TryFromBase64String(token, bytes, out var length) && length > MarkLength)
        {
            var place = bytes.AsSpan(MarkLength, length - MarkLength);
            if (bytes.AsSpan(0, MarkLength).SequenceEqual(Mark(request, list, place))) return Encoding.UTF8.GetString(place);
        }

        throw S3Error.InvalidArgument("The continuation token provided is incorrect", "continuation-token", null);
    }

    private static byte[] Mark(WireRequest request, string list, ReadOnlySpan<byte> place)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(list));
        foreach (var name in s_chosenBy) hash.AppendData(Encoding.UTF8.GetBytes($"\0{request.QueryParameter(name)}"));
        hash.AppendData([0]);
        hash.AppendData(place);
        return hash.GetHashAndReset()[..MarkLength];
    }
}
