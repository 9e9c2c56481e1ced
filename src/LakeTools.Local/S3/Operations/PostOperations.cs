using LakeTools.Local.Identity;
using LakeTools.Local.S3.Bodies;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>An object that a form puts, as browsers send it with a policy that somebody has signed for them (presigned POST).</summary>
internal static class PostOperations
{
    private const string FileName = "${filename}";

    // Fields that are not about the object.
    private static readonly string[] s_ofForm =
    [
        "key", "bucket", "policy", "success_action_status", "success_action_redirect", "redirect", "AWSAccessKeyId", "signature",
        "x-amz-algorithm", "x-amz-credential", "x-amz-date", "x-amz-signature", "x-amz-security-token",
    ];

    private static readonly IReadOnlySet<string> s_headers = S3Headers.Taken(
        S3Headers.Description, [.. ChecksumAlgorithm.All.Select(algorithm => algorithm.Header), "x-amz-sdk-checksum-algorithm"]);

    public static async Task<WireResponse> PostObject(S3Call call, CancellationToken cancellationToken)
    {
        if (call.Request.Form is not { } form)
            throw S3Error.PreconditionFailed("Bucket POST must be of the enclosure-type multipart/form-data");
        call.Store.Read(session => Buckets.Require(session, call.Bucket));
        var fields = new Dictionary<string, string>(form.Fields, StringComparer.OrdinalIgnoreCase) { ["bucket"] = call.Bucket };
        if (!fields.TryGetValue("key", out var key) || key.Length == 0)
        {
            throw S3Error.InvalidArgument(
                "Bucket POST must contain a field named 'key'.  If it is specified, please check the order of the fields.", "key", "");
        }

        if (form.File is not { } file) throw S3Error.InvalidArgument("POST requires exactly one file upload per request.", "file", "0");
        var policy = PostPolicy.Read(fields["policy"]);
        policy.Check(fields, call.Now);
        var put = Put(call, fields, key.Replace(FileName, form.FileName ?? "", StringComparison.Ordinal), file);
        S3Headers.Check(put.Request, s_headers);
        var item = await PutAsync(put, policy, cancellationToken).ConfigureAwait(false);
        return Answer(put, fields, item);
    }

    /// <summary>The put that the form represents: its fields are headers, and its file is the body.</summary>
    private static S3Call Put(S3Call call, Dictionary<string, string> fields, string key, Stream file)
    {
        S3Address.CheckKey(key);
        var headers = new WireHeaders();
        foreach (var (name, value) in fields)
            if (!s_ofForm.Contains(name, StringComparer.OrdinalIgnoreCase)) headers[name == "acl" ? "x-amz-acl" : name] = value;
        if (headers.Remove("tagging", out var tagging)) headers["x-amz-tagging"] = Tagging(tagging);
        var request = new WireRequest
        {
            Method = call.Request.Method,
            Path = call.Request.Path,
            Query = "",
            Host = call.Request.Host,
            Headers = headers,
            Body = file,
        };
        return call with { Request = request, Address = new S3Address(call.Bucket, key) };
    }

    private static async Task<StoredObject> PutAsync(S3Call put, PostPolicy policy, CancellationToken cancellationToken)
    {
        var headers = put.Store.Read(session =>
        {
            put.DemandPut(session);
            return Description.Of(put, session, ObjectHeaders.Of(put.Request));
        });
        var received = await ReceivedContent.TakeAsync(put, null, async destination =>
        {
            var body = await BodyReader.CopyAsync(
                put.Request, put.Verified, destination, WriteOperations.MaxPut, cancellationToken, ChecksumAlgorithm.ByDefault)
                .ConfigureAwait(false);
            if (policy.Size is not var (least, most)) return body;
            return body.Size < least ? throw S3Error.EntityTooSmall(body.Size, least)
                : body.Size > most ? throw S3Error.EntityTooLarge(body.Size, most)
                : body;
        }).ConfigureAwait(false);
        return await WriteOperations.CommitAsync(put, received.ToObject(put, headers), received.Segment).ConfigureAwait(false);
    }

    private static WireResponse Answer(S3Call put, Dictionary<string, string> fields, StoredObject item)
    {
        var location = $"http://{put.Request.Host}/{FormEncoding.Encode(put.Bucket)}/{FormEncoding.Encode(item.Key)}";
        WireResponse response;
        if ((fields.GetValueOrDefault("success_action_redirect") ?? fields.GetValueOrDefault("redirect")) is { Length: > 0 } target)
        {
            var mark = target.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            response = S3Answer.Empty(303);
            location = $"{target}{mark}bucket={FormEncoding.Encode(put.Bucket)}&key={FormEncoding.Encode(item.Key)}"
                + $"&etag={FormEncoding.Encode(item.QuotedETag)}";
        }
        else if (fields.GetValueOrDefault("success_action_status") == "201")
        {
            response = S3Answer.Xml(201, "PostResponse", xml =>
            {
                xml.Element("Location", location);
                xml.Element("Bucket", put.Bucket);
                xml.Element("Key", item.Key);
                xml.Element("ETag", item.QuotedETag);
            });
        }
        else
        {
            response = S3Answer.Empty(fields.GetValueOrDefault("success_action_status") == "200" ? 200 : 204);
        }

        response.Headers["ETag"] = item.QuotedETag;
        response.Headers["Location"] = location;
        return WriteOperations.Told(put, item, response);
    }

    /// <summary>The tags of a form are a document, those of a header a query. A document of another name has none (recorded).</summary>
    private static string Tagging(string xml)
    {
        var document = XmlBody.Parse(System.Text.Encoding.UTF8.GetBytes(xml));
        return document.Name != "Tagging" ? "" : string.Join('&', ObjectTags.Of(ObjectTags.In(document))
            .Select(tag => $"{FormEncoding.Encode(tag.Key)}={FormEncoding.Encode(tag.Value)}"));
    }
}
