using System.Net;
using System.Runtime.CompilerServices;
using System.Xml;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Core.Calls;

namespace LakeTools.Core.Objects;

/// <summary>
/// Lists keys in percent-encoding and decodes them. XML 1.0 has no form for most control characters, so without it a key that has
/// one is listed as another key (S3 API reference, encoding-type).
/// </summary>
internal static class EncodedKeys
{
    /// <summary>Lists objects.</summary>
    /// <param name="client">Calls S3.</param>
    /// <param name="request">The list request.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>The pages, with decoded keys and prefixes and no list that is null.</returns>
    public static async IAsyncEnumerable<ListObjectsV2Response> PagesAsync(IAmazonS3 client, ListObjectsV2Request request,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var page = await PageAsync(client, request, cancellationToken).ConfigureAwait(false);
            yield return page;
            request.ContinuationToken = PageToken.Next(request.ContinuationToken, page.NextContinuationToken);
        }
        while (!string.IsNullOrEmpty(request.ContinuationToken));
    }

    /// <summary>Lists objects, one page.</summary>
    /// <param name="client">Calls S3.</param>
    /// <param name="request">The list request.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>The page, with decoded keys and prefixes and no list that is null.</returns>
    public static async Task<ListObjectsV2Response> PageAsync(IAmazonS3 client, ListObjectsV2Request request,
        CancellationToken cancellationToken)
    {
        request.Encoding = EncodingType.Url;
        var page = await client.ListObjectsV2Async(request, cancellationToken).ConfigureAwait(false);
        foreach (var item in page.S3Objects ??= []) item.Key = Decode(item.Key);
        page.CommonPrefixes = [.. (page.CommonPrefixes ?? []).Select(Decode)];
        return page;
    }

    /// <summary>Lists uploads that were started and not finished.</summary>
    /// <param name="client">Calls S3.</param>
    /// <param name="request">The list request.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>The pages, with decoded keys and no list that is null.</returns>
    public static async IAsyncEnumerable<ListMultipartUploadsResponse> PagesAsync(IAmazonS3 client, ListMultipartUploadsRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        request.Encoding = EncodingType.Url;
        while (true)
        {
            var page = await client.ListMultipartUploadsAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (var upload in page.MultipartUploads ??= []) upload.Key = Decode(upload.Key);
            yield return page;
            if (page.IsTruncated != true) break;
            // Several uploads can have the same key, so that the second marker tells.
            var isSameKey = request.KeyMarker == Decode(page.NextKeyMarker ?? "");
            request.UploadIdMarker = isSameKey ? PageToken.Next(request.UploadIdMarker, page.NextUploadIdMarker) : page.NextUploadIdMarker;
            request.KeyMarker = Decode(page.NextKeyMarker ?? "");
        }
    }

    /// <summary>Returns whether XML can contain a key unchanged. For example, XML changes a carriage return to a line feed.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True if it does.</returns>
    public static bool FitsXml(string key)
    {
        foreach (var character in key)
            if (char.IsControl(character) || (!char.IsSurrogate(character) && !XmlConvert.IsXmlChar(character))) return false;
        return true;
    }

    // The form of HTML forms: a plus sign is a space.
    private static string Decode(string key) => WebUtility.UrlDecode(key);
}
