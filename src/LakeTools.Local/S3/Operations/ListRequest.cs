using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>What all lists of keys ask for.</summary>
/// <param name="Prefix">The prefix of the keys.</param>
/// <param name="Delimiter">What keys roll up at; empty for nothing.</param>
/// <param name="Asked">How many the request wants, which the list tells again; below zero too.</param>
/// <param name="Encoding">How keys are written.</param>
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
