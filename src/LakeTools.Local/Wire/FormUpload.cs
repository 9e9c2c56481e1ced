using System.Text;

namespace LakeTools.Local.Wire;

/// <summary>
/// A form as a browser sends it (<c>multipart/form-data</c>, RFC 7578) with a file at its end: S3's POST, whose signature is among the
/// fields. The fields are read at once and are bounded; the file is read by who needs it.
/// </summary>
internal sealed class FormUpload
{
    private const string ContentType = "multipart/form-data";
    private const int MaxFields = 64 * 1024;

    private FormUpload(IReadOnlyDictionary<string, string> fields, string? fileName, Stream? file) =>
        (Fields, FileName, File) = (fields, fileName, file);

    /// <summary>The fields before the file, by name in any case.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; }

    /// <summary>The file's name on the client; null for none.</summary>
    public string? FileName { get; }

    /// <summary>The file's bytes; null if the form has no file.</summary>
    public Stream? File { get; }

    /// <summary>Whether a request is such a form and is not signed otherwise.</summary>
    public static bool Is(WireRequest request) =>
        request.Method == "POST"
        && request.Header("Content-Type")?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) == true
        && request.Header("Authorization") is null
        && request.QueryParameter("X-Amz-Algorithm") is null
        && request.QueryParameter("AWSAccessKeyId") is null;

    /// <summary>Reads the fields.</summary>
    /// <exception cref="ApiException">It is no form, or its fields are too large.</exception>
    public static async Task<FormUpload> ReadAsync(WireRequest request, CancellationToken cancellationToken)
    {
        var header = request.Header("Content-Type")!;
        var at = header.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) throw Malformed();
        var boundary = header[(at + "boundary=".Length)..].Split(';')[0].Trim().Trim('"');
        var parts = new FormPartStream(request.Body, "--" + boundary);
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var size = 0;
        if (!await parts.BeginAsync(cancellationToken).ConfigureAwait(false)) throw Malformed();
        while (await parts.ReadHeadAsync(cancellationToken).ConfigureAwait(false) is { } head)
        {
            var (name, fileName) = (Parameter(head, "name") ?? throw Malformed(), Parameter(head, "filename"));
            if (name.Equals("file", StringComparison.OrdinalIgnoreCase)) return new FormUpload(fields, fileName, parts);
            using var value = new MemoryStream();
            var block = new byte[4096];
            int read;
            while ((read = await parts.ReadAsync(block, cancellationToken).ConfigureAwait(false)) > 0)
            {
                size += read;
                if (size > MaxFields) throw new ApiException("MaxPostPreDataLengthExceededError",
                    "Your POST request fields preceding the upload file were too large.");
                value.Write(block, 0, read);
            }

            fields[name] = Encoding.UTF8.GetString(value.ToArray());
        }

        return new FormUpload(fields, null, null);
    }

    private static string? Parameter(string head, string name)
    {
        foreach (var line in head.Split("\r\n"))
        {
            if (!line.StartsWith("Content-Disposition:", StringComparison.OrdinalIgnoreCase)) continue;
            foreach (var part in line.Split(';', StringSplitOptions.TrimEntries))
            {
                if (part.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
                    return part[(name.Length + 1)..].Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal);
            }
        }

        return null;
    }

    private static ApiException Malformed() => new(
        "MalformedPOSTRequest", "The body of your POST request is not well-formed multipart/form-data.");
}
