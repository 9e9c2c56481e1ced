using System.Globalization;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Trails;

/// <summary>
/// Finds the days of a trail: <c>AWSLogs/[o-organization/]account/CloudTrail/region/yyyy/MM/dd/</c> (CloudTrail user guide, finding your
/// log files). The folders are walked level by level, so days outside of what is asked for are never listed.
/// </summary>
/// <param name="connection">The lake.</param>
/// <param name="root">Any folder on that way: the bucket, a prefix before AWSLogs, one account, one month.</param>
internal sealed class TrailFolder(LakeConnection connection, S3Uri root)
{
    private const string Logs = "AWSLogs";
    private const string Trail = "CloudTrail";

    private IAmazonS3 Client => connection.Clients.S3;

    /// <summary>The days, account by account, region by region, in order.</summary>
    /// <param name="from">The first day; null for all.</param>
    /// <param name="to">The last day; null for all.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="LakeException"><c>TrailNotFound</c>: no folder of a trail is there.</exception>
    public async IAsyncEnumerable<TrailDay> DaysAsync(DateOnly? from, DateOnly? to,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = root.Key.Length == 0 || root.Key.EndsWith('/') ? root.Key : root.Key + "/";
        var parts = start.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.LastIndexOf(parts, Logs);
        var isFound = false;
        await foreach (var day in WalkAsync(start, at < 0 ? null : parts[(at + 1)..], from, to, () => isFound = true, cancellationToken)
            .ConfigureAwait(false)) yield return day;
        if (!isFound) throw Fault.TrailNotFound(root.ToString());
    }

    // The parts are those behind AWSLogs, without the organization; null before it.
    private async IAsyncEnumerable<TrailDay> WalkAsync(string prefix, string[]? parts, DateOnly? from, DateOnly? to, Action found,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (parts is [var organization, .. var rest] && organization.StartsWith("o-", StringComparison.Ordinal)) parts = rest;
        if (parts is { Length: > 1 } && parts[1] != Trail) yield break; // digests, insights, other services
        if (parts is { Length: > 2 }) found();
        if (parts is [var account, _, var region, .. var date])
        {
            if (!IsWithin(date, from, to)) yield break;
            if (date.Length >= 3)
            {
                yield return new TrailDay(prefix, account, region, First(date));
                yield break;
            }
        }

        foreach (var name in await FoldersAsync(prefix, cancellationToken).ConfigureAwait(false))
        {
            string[]? below = parts is null ? (name == Logs ? [] : null) : [.. parts, name];
            // Before AWSLogs one level is looked through: a trail's prefix may be named, or left out.
            if (below is null && prefix.Length > 0) continue;
            await foreach (var day in WalkAsync($"{prefix}{name}/", below, from, to, found, cancellationToken).ConfigureAwait(false))
                yield return day;
        }
    }

    private async Task<List<string>> FoldersAsync(string prefix, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var request = new ListObjectsV2Request { BucketName = root.Bucket, Prefix = prefix, Delimiter = "/" };
        try
        {
            await foreach (var page in Client.Paginators.ListObjectsV2(request).Responses.WithCancellation(cancellationToken)
                .ConfigureAwait(false))
                names.AddRange((page.CommonPrefixes ?? []).Select(folder => folder[prefix.Length..].TrimEnd('/')));
        }
        catch (AmazonS3Exception error) when (error.ErrorCode == "NoSuchBucket")
        {
            throw Fault.BucketNotFound(root.Bucket, inner: error);
        }

        return names;
    }

    /// <summary>The files of a day, by key.</summary>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<List<LakeObject>> FilesAsync(TrailDay day, CancellationToken cancellationToken)
    {
        var files = new List<LakeObject>();
        await foreach (var item in ObjectListing.ListAsync(Client, root.Bucket, day.Prefix, cancellationToken).ConfigureAwait(false))
            if (item.Key.EndsWith(".json.gz", StringComparison.Ordinal) || item.Key.EndsWith(".json", StringComparison.Ordinal))
                files.Add(item);
        return files;
    }

    // A year or month is within if any of its days is. A folder whose name is not a date is not CloudTrail's.
    private static bool IsWithin(string[] date, DateOnly? from, DateOnly? to)
    {
        if (date.Length == 0) return true;
        if (!date.Take(3).All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _))) return false;
        try
        {
            var first = First(date);
            var last = date.Length switch { 1 => first.AddYears(1), 2 => first.AddMonths(1), _ => first.AddDays(1) };
            return !(last <= from) && !(first > to);
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private static DateOnly First(string[] date) => new(Number(date[0]), date.Length > 1 ? Number(date[1]) : 1,
        date.Length > 2 ? Number(date[2]) : 1);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
