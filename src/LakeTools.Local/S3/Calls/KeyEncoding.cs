using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Calls;

/// <summary>The form of keys in a list. XML 1.0 cannot hold every key: clients that know this ask for keys encoded as in a form.</summary>
/// <param name="Asked">The word with which the request asks for it, in the case that it has there; null for keys as they are.</param>
internal readonly record struct KeyEncoding(string? Asked)
{
    private const string Name = "encoding-type";

    /// <summary>The encoding that a request asks for.</summary>
    public static KeyEncoding Of(S3Call call)
    {
        var asked = call.Request.QueryParameter(Name);
        return asked is null || asked.Equals("url", StringComparison.OrdinalIgnoreCase) ? new KeyEncoding(asked)
            : throw S3Error.InvalidArgument("Invalid Encoding Method specified in Request", Name, asked);
    }

    /// <summary>A key, or a part of one, as the list writes it: a space is a plus sign (measured, as the next two).</summary>
    public string Encode(string text) => Asked is null ? text : FormEncoding.Encode(text, keepSlash: true)
        .Replace("%20", "+", StringComparison.Ordinal)
        .Replace("%2A", "*", StringComparison.Ordinal)
        .Replace("~", "%7E", StringComparison.Ordinal);
}
