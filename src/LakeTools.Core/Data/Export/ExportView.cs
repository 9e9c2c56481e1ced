using Amazon.S3;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Export;

/// <summary>
/// The visible files while exports of several steps are running or were interrupted: the old ones or the new ones.
/// </summary>
internal sealed class ExportView
{
    private readonly List<FoundRecord> _records;
    private readonly HashSet<S3Uri> _hidden = [];
    private readonly Dictionary<S3Uri, ExportRecordFile> _old = [];

    private ExportView(List<FoundRecord> records)
    {
        _records = records;
        foreach (var record in records.Select(found => found.Record))
        {
            if (record.State == ExportState.Committed)
                foreach (var file in record.Old) _old[new S3Uri(file.Bucket, file.Key)] = file;
            else
                foreach (var file in record.New) _hidden.Add(new S3Uri(file.Bucket, file.Key));
        }
    }

    /// <summary>Looks for records, side by side.</summary>
    /// <param name="client">Reads them.</param>
    /// <param name="folders">The folders that may have one.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The view at this moment.</returns>
    public static async Task<ExportView> ReadAsync(IAmazonS3 client, IEnumerable<S3Uri> folders, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(folders.Select(folder => new ExportRecordStore(client, folder).FindAsync(cancellationToken)))
            .ConfigureAwait(false);
        return new ExportView([.. found.OfType<FoundRecord>()]);
    }

    /// <summary>A folder, and those that it is in: an export by address may have gone to any of them.</summary>
    /// <param name="uri">An address; what follows its last slash is not looked at.</param>
    /// <returns>The folders, from the bucket down.</returns>
    public static IEnumerable<S3Uri> FoldersOf(S3Uri uri)
    {
        yield return uri with { Key = "" };
        for (var i = 0; i < uri.Key.Length; i++)
            if (uri.Key[i] == '/') yield return uri with { Key = uri.Key[..(i + 1)] };
    }

    /// <summary>Returns whether a file is to be seen.</summary>
    /// <param name="item">The file.</param>
    /// <returns>True if it is.</returns>
    public bool Shows(LakeObject item)
    {
        var uri = new S3Uri(item.Bucket, item.Key);
        return !_hidden.Contains(uri) && !(_old.TryGetValue(uri, out var old) && old.Is(item));
    }

    /// <summary>Returns whether no export went a step in between.</summary>
    /// <param name="other">The view at another moment.</param>
    /// <returns>True if it is the same.</returns>
    public bool IsSameAs(ExportView other) =>
        _records.Select(found => found.ETag).SequenceEqual(other._records.Select(found => found.ETag));
}
