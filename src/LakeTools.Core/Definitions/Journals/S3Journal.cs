using System.Globalization;
using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Core.Errors;
using LakeTools.Core.Objects;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Definitions.Journals;

/// <summary>Journals as objects under a prefix of S3, for teams.</summary>
/// <remarks>
/// An object cannot be appended to, so an entry grows by parts: further objects, each named by its offset in the entry.
/// The last part is rewritten until it is large enough, and the end writes the whole entry. Text that the entry already has is skipped when
/// the parts are read, so the process may end between any two requests.
/// </remarks>
/// <param name="connection">The lake.</param>
/// <param name="prefix">Such as <c>s3://bucket/journals</c>.</param>
public sealed class S3Journal(LakeConnection connection, string prefix) : IJournalStore
{
    private const string Part = ".part-";
    private const string PlaceFormat = "D12"; // in the order of the places
    private const int PartLength = 16 * 1024; // so that what is written grows with what is added
    private const int KeysPerCall = 1000; // S3 API reference, DeleteObjects

    private readonly S3Uri _prefix = S3Uri.Parse(prefix.TrimEnd('/') + "/");
    private readonly Dictionary<string, Growth> _growing = new(StringComparer.Ordinal);

    // The parts of each entry at the time of the listing.
    private ILookup<string, string>? _parts;

    /// <inheritdoc/>
    public string Location => prefix;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        var names = await NamesAsync("", cancellationToken).ConfigureAwait(false);
        _parts = names.Where(IsPart).ToLookup(EntryOf);
        return names.FindAll(name => name.EndsWith(".jsonl", StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public async Task<bool> CreateAsync(string name, string text, CancellationToken cancellationToken)
    {
        try
        {
            await connection.Clients.S3.PutObjectAsync(
                new PutObjectRequest { BucketName = _prefix.Bucket, Key = _prefix.Key + name, ContentBody = text, IfNoneMatch = "*" },
                cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception error) when (error.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict)
        {
            // It may be this process, if the response to the first attempt was lost.
            if (await ObjectAsync(name, cancellationToken).ConfigureAwait(false) != text) return false;
        }

        _growing[name] = new Growth(text.Length);
        return true;
    }

    /// <inheritdoc/>
    public async Task AppendAsync(string name, string text, CancellationToken cancellationToken)
    {
        var growth = _growing[name];
        growth.Add(text);
        await PutAsync(growth.PartOf(name), growth.Last.ToString(), cancellationToken).ConfigureAwait(false);
        growth.Keep(PartLength);
    }

    /// <inheritdoc/>
    public async Task EndAsync(string name, string text, CancellationToken cancellationToken)
    {
        var growth = _growing[name];
        var begin = await ObjectAsync(name, cancellationToken).ConfigureAwait(false);
        await PutAsync(name, begin + growth.Whole() + text, cancellationToken).ConfigureAwait(false);
        _growing.Remove(name);
        foreach (var keys in growth.Written.Select(place => _prefix.Key + NameOf(name, place)).Chunk(KeysPerCall))
        {
            try
            {
                await connection.Clients.S3.DeleteObjectsAsync(
                    new DeleteObjectsRequest
                    {
                        BucketName = _prefix.Bucket, Objects = [.. keys.Select(key => new KeyVersion { Key = key })],
                    },
                    cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (SdkErrors.CanTranslate(error))
            {
                // The entry is complete, so remaining parts are ignored.
            }
        }
    }

    /// <inheritdoc/>
    public async Task<string?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        // Parts are listed before the entry is read. A part that is removed in between is in the entry.
        var parts = _parts?[name].ToList() ?? await NamesAsync(name + Part, cancellationToken).ConfigureAwait(false);
        if (await ObjectAsync(name, cancellationToken).ConfigureAwait(false) is not { } begin) return null;
        var text = new StringBuilder(begin);
        foreach (var part in parts.Where(part => PlaceOf(part) >= begin.Length))
        {
            if (PlaceOf(part) != text.Length || await ObjectAsync(part, cancellationToken).ConfigureAwait(false) is not { } more) break;
            text.Append(more);
        }

        return text.ToString();
    }

    private static string NameOf(string entry, long place) => entry + Part + place.ToString(PlaceFormat, CultureInfo.InvariantCulture);

    private static bool IsPart(string name) =>
        name.Contains(Part, StringComparison.Ordinal) && long.TryParse(name[(name.LastIndexOf(Part, StringComparison.Ordinal)
            + Part.Length)..], NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string EntryOf(string part) => part[..part.LastIndexOf(Part, StringComparison.Ordinal)];

    private static long PlaceOf(string part) =>
        long.Parse(part[(part.LastIndexOf(Part, StringComparison.Ordinal) + Part.Length)..], CultureInfo.InvariantCulture);

    private async Task<List<string>> NamesAsync(string beginning, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var request = new ListObjectsV2Request { BucketName = _prefix.Bucket, Prefix = _prefix.Key + beginning };
        await foreach (var page in EncodedKeys.PagesAsync(connection.Clients.S3, request, cancellationToken).ConfigureAwait(false))
            names.AddRange(page.S3Objects.Select(item => item.Key[_prefix.Key.Length..]));
        return beginning.Length == 0 ? names : names.FindAll(IsPart);
    }

    private async Task PutAsync(string name, string text, CancellationToken cancellationToken) =>
        await connection.Clients.S3.PutObjectAsync(
            new PutObjectRequest { BucketName = _prefix.Bucket, Key = _prefix.Key + name, ContentBody = text }, cancellationToken)
            .ConfigureAwait(false);

    private async Task<string?> ObjectAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            using var found = await connection.Clients.S3.GetObjectAsync(_prefix.Bucket, _prefix.Key + name, cancellationToken)
                .ConfigureAwait(false);
            using var reader = new StreamReader(found.ResponseStream);
            return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>The text appended to an entry of this process.</summary>
    /// <param name="begin">The length of the entry without it.</param>
    private sealed class Growth(long begin)
    {
        private readonly List<string> _kept = [];
        private long _place = begin;

        /// <summary>The part that is rewritten when text is appended.</summary>
        public StringBuilder Last { get; } = new();

        /// <summary>The offsets of the parts.</summary>
        public List<long> Written { get; } = [];

        public void Add(string text)
        {
            if (Last.Length == 0) Written.Add(_place);
            Last.Append(text);
        }

        public string PartOf(string name) => NameOf(name, _place);

        /// <summary>Starts another part if the last one is long enough.</summary>
        public void Keep(int length)
        {
            if (Last.Length < length) return;
            _kept.Add(Last.ToString());
            _place += Last.Length;
            Last.Clear();
        }

        public string Whole() => string.Concat(_kept) + Last;
    }
}
