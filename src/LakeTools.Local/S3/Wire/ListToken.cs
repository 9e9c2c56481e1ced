using System.Text;

namespace LakeTools.Local.S3.Wire;

/// <summary>Continuation tokens: the place where a list continues, in a form that clients do not parse.</summary>
internal static class ListToken
{
    public static string Write(string place) => Convert.ToBase64String(Encoding.UTF8.GetBytes(place));

    public static string Read(string token)
    {
        try
        {
            if (token.Length > 0) return Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            // As one that is empty.
        }

        throw S3Error.InvalidArgument("The continuation token provided is incorrect", "continuation-token", null);
    }
}
