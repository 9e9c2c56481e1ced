using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Calls;

/// <summary>How a list writes its keys. XML 1.0 cannot hold every key: clients that know have them percent-encoded.</summary>
/// <param name="IsUrl">True for percent-encoding.</param>
internal readonly record struct KeyEncoding(bool IsUrl)
{
    /// <summary>What a request asks for.</summary>
    public static KeyEncoding Of(S3Call call) => call.Request.QueryParameter("encoding-type") switch
    {
        null => new KeyEncoding(false),
        "url" => new KeyEncoding(true),
        var other => throw S3Error.InvalidArgument("Invalid Encoding Method specified in Request", "encoding-type", other),
    };

    /// <summary>A key, or a part of one, as the list writes it.</summary>
    public string Encode(string text) => IsUrl ? FormEncoding.Encode(text, keepSlash: true) : text;
}
