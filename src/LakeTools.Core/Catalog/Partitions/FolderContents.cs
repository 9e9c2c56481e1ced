using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Core.Objects;

namespace LakeTools.Core.Catalog.Partitions;

/// <summary>
/// Finds which folders of a bucket hold no object. Listings that are read for another purpose show this for most of them, and the
/// others are listed together.
/// </summary>
/// <param name="client">Calls S3.</param>
/// <param name="bucket">The bucket.</param>
internal sealed class FolderContents(IAmazonS3 client, string bucket)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _holding = new(StringComparer.Ordinal);

    /// <summary>Adds a folder that will be in question, before its level is listed.</summary>
    /// <param name="folder">Its key, which ends with a slash.</param>
    public void Add(string folder)
    {
        for (var at = folder; at.Length > 0 && _known.Add(at); at = Above(at))
        {
        }
    }

    /// <summary>Takes a folder with objects that a listing has.</summary>
    /// <param name="folder">Its key.</param>
    public void Holds(string folder)
    {
        if (folder.Length == 0 || _known.Contains(folder)) _holding.Add(folder);
    }

    /// <summary>Takes that all folders of a level were listed.</summary>
    /// <param name="folder">The folder that has them.</param>
    public void Listed(string folder) => _listed.Add(folder);

    /// <summary>Finds those that hold no object, with a listing for each folder above those that are not known.</summary>
    /// <param name="folders">The folders, which were added.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The empty ones.</returns>
    public async Task<IReadOnlySet<string>> EmptyAsync(IEnumerable<string> folders, CancellationToken cancellationToken)
    {
        var empty = folders.Where(folder => IsEmpty(folder) != false).ToHashSet(StringComparer.Ordinal);
        foreach (var siblings in empty.Where(folder => IsEmpty(folder) is null).GroupBy(Above).ToList())
            await ListAsync(siblings.Key, [.. siblings], cancellationToken).ConfigureAwait(false);
        empty.ExceptWith(_holding);
        return empty;
    }

    // Null if the listings do not show it.
    private bool? IsEmpty(string folder)
    {
        if (_holding.Contains(folder)) return false;
        for (var at = folder; ; at = Above(at))
        {
            if (_listed.Contains(at)) return true;
            if (at.Length == 0 || (at != folder && _holding.Contains(at))) return null;
        }
    }

    // The level above shows many folders at once. If it has more pages than there are folders, a request for each of them is less.
    private async Task ListAsync(string above, List<string> folders, CancellationToken cancellationToken)
    {
        var left = folders.ToHashSet(StringComparer.Ordinal);
        if (folders.Count > 1)
        {
            var request = new ListObjectsV2Request { BucketName = bucket, Prefix = above, Delimiter = "/" };
            var pages = 0;
            await foreach (var page in EncodedKeys.PagesAsync(client, request, cancellationToken).ConfigureAwait(false))
            {
                foreach (var prefix in page.CommonPrefixes.Where(left.Remove)) _holding.Add(prefix);
                if (left.Count == 0 || string.IsNullOrEmpty(page.NextContinuationToken)) return;
                if (++pages == folders.Count) break;
            }
        }

        foreach (var folder in left)
        {
            var request = new ListObjectsV2Request { BucketName = bucket, Prefix = folder, MaxKeys = 1 };
            var page = await EncodedKeys.PageAsync(client, request, cancellationToken).ConfigureAwait(false);
            if (page.S3Objects.Count > 0) _holding.Add(folder);
        }
    }

    private static string Above(string folder) => folder[..(folder.LastIndexOf('/', folder.Length - 2) + 1)];
}
