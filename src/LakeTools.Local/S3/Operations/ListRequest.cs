using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>What all lists of keys ask for.</summary>
internal sealed record ListRequest(string Prefix, string Delimiter, int Limit, KeyEncoding Encoding)
{
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
            call.Number("max-keys", MaxKeys, MaxKeys),
            KeyEncoding.Of(call));
    }

    public string Encode(string text) => Encoding.Encode(text);
}
