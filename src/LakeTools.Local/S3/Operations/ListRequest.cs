using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>The common members of all lists of keys.</summary>
/// <param name="Prefix">The prefix of the keys.</param>
/// <param name="Delimiter">The text that ends a common prefix; empty for none.</param>
/// <param name="Asked">The maximum number in the request, which the answer repeats; it can be below zero.</param>
/// <param name="Encoding">The encoding of keys.</param>
internal sealed record ListRequest(string Prefix, string Delimiter, int Asked, KeyEncoding Encoding)
{
    private const string MaxKeysName = "max-keys";
    private const int MaxKeys = 1000;
    private const string OptionalHeader = "x-amz-optional-object-attributes";

    public static ListRequest Of(S3Call call)
    {
        // The one attribute that there is: the state of restored objects, of which the lake has none.
        if (call.Request.Header(OptionalHeader) is { } attribute and not "RestoreStatus")
            throw S3Error.InvalidArgument("Invalid attribute name specified", OptionalHeader, attribute);
        return new ListRequest(
            call.Request.QueryParameter("prefix") ?? "",
            call.Request.QueryParameter("delimiter") ?? "",
            call.Integer(MaxKeysName, MaxKeys),
            KeyEncoding.Of(call));
    }

    /// <summary>The maximum number of entries.</summary>
    public int Limit => Math.Min(Asked, MaxKeys);

    public string Encode(string text) => Encoding.Encode(text);
}
