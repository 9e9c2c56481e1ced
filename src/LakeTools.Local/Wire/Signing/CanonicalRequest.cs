using System.Text;

namespace LakeTools.Local.Wire.Signing;

/// <summary>A request in the one form that both sides sign (AWS's documentation: 'Create a signed AWS API request').</summary>
internal static class CanonicalRequest
{
    private const string SignatureParameter = "X-Amz-Signature";

    /// <summary>Writes it.</summary>
    /// <param name="request">The request as sent.</param>
    /// <param name="parameters">Names the signed headers.</param>
    /// <param name="payloadHash">Hexadecimal SHA-256 of the body, or one of S3's words.</param>
    public static string Write(WireRequest request, SignatureParameters parameters, string payloadHash)
    {
        var text = new StringBuilder(512);
        text.Append(request.Method).Append('\n');
        text.Append(Path(request.Path, parameters.Scope.Service)).Append('\n');
        AppendQuery(text, request);
        text.Append('\n');
        foreach (var name in parameters.SignedHeaders)
            text.Append(name).Append(':').Append(Trimmed(HeaderValue(request, name))).Append('\n');
        text.Append('\n').AppendJoin(';', parameters.SignedHeaders).Append('\n').Append(payloadHash);
        return text.ToString();
    }

    /// <summary>
    /// S3 signs each part of the path encoded once, however the client encoded it; the others encode the path as sent once more.
    /// </summary>
    private static string Path(string path, string service) => service == "s3"
        ? string.Join('/', path.Split('/').Select(part => FormEncoding.Encode(FormEncoding.Decode(part))))
        : FormEncoding.Encode(path, keepSlash: true);

    private static void AppendQuery(StringBuilder text, WireRequest request)
    {
        var pairs = new List<(string Name, string Value)>();
        foreach (var (name, value) in request.QueryParameters)
            if (name != SignatureParameter) pairs.Add((FormEncoding.Encode(name), FormEncoding.Encode(value)));
        pairs.Sort(static (a, b) =>
        {
            var byName = string.CompareOrdinal(a.Name, b.Name);
            return byName != 0 ? byName : string.CompareOrdinal(a.Value, b.Value);
        });
        for (var i = 0; i < pairs.Count; i++)
        {
            if (i > 0) text.Append('&');
            text.Append(pairs[i].Name).Append('=').Append(pairs[i].Value);
        }
    }

    private static string HeaderValue(WireRequest request, string name) =>
        name.Equals("host", StringComparison.OrdinalIgnoreCase) ? request.Host : request.Header(name) ?? "";

    /// <summary>Without spaces at the ends, and with one for several in a row.</summary>
    private static string Trimmed(string value)
    {
        value = value.Trim();
        if (!value.Contains("  ", StringComparison.Ordinal)) return value;
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
            if (c != ' ' || text[^1] != ' ') text.Append(c);
        return text.ToString();
    }
}
