using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3;

/// <summary>
/// The words in a query that make a request another operation, with the type of resource and the methods that S3 has for them. The
/// names, the order of the methods and what is said of two words were measured at AWS (github.com/brekkylab/backlot, 2026); which of
/// the operations the lake carries out is in <see cref="S3Routes"/>.
/// </summary>
internal static class S3Words
{
    private const string PartNumber = "partNumber";
    private const string UploadId = "uploadId";

    private static readonly Dictionary<string, (string Type, string Methods)> s_ofBucket = new(StringComparer.Ordinal)
    {
        ["abac"] = ("BUCKET_ABAC", "GET, PUT"),
        ["accelerate"] = ("ACCELERATE", "GET, PUT"),
        ["acl"] = ("ACL", "GET, PUT"),
        ["analytics"] = ("ANALYTICS", "DELETE, GET, PUT"),
        ["cors"] = ("CORS", "DELETE, GET, PUT"),
        ["delete"] = ("MULTI_OBJECT_DELETE", "POST"),
        ["encryption"] = ("ENCRYPTION", "DELETE, GET, PUT"),
        ["intelligent-tiering"] = ("INTELLIGENT_TIERING", "DELETE, GET, PUT"),
        ["inventory"] = ("INVENTORY", "DELETE, GET, PUT"),
        ["lifecycle"] = ("LIFECYCLE", "DELETE, GET, PUT"),
        ["location"] = ("LOCATION", "GET"),
        ["logging"] = ("LOGGING_STATUS", "GET, PUT"),
        ["metadataConfiguration"] = ("BUCKET_METADATA_CONFIGURATION", "DELETE, POST, GET"),
        ["metadataInventoryTable"] = ("BUCKET_METADATA_INVENTORY_TABLE_CONFIGURATION", "PUT"),
        ["metadataJournalTable"] = ("BUCKET_METADATA_JOURNAL_TABLE_CONFIGURATION", "PUT"),
        ["metadataTable"] = ("BUCKET_METADATA_TABLE_CONFIGURATION", "DELETE, POST, GET"),
        ["metrics"] = ("METRICS", "DELETE, GET, PUT"),
        ["notification"] = ("NOTIFICATION", "GET, PUT"),
        ["object-lock"] = ("OBJECT_LOCK_CONFIGURATION", "GET, PUT"),
        ["ownershipControls"] = ("OWNERSHIP_CONTROLS", "DELETE, GET, PUT"),
        ["policy"] = ("BUCKETPOLICY", "DELETE, GET, PUT"),
        ["policyStatus"] = ("POLICY_STATUS", "GET"),
        ["publicAccessBlock"] = ("PUBLIC_ACCESS_BLOCK", "DELETE, GET, PUT"),
        ["replication"] = ("REPLICATION", "DELETE, GET, PUT"),
        ["requestPayment"] = ("REQUEST_PAYMENT", "GET, PUT"),
        ["tagging"] = ("TAGGING", "DELETE, GET, PUT"),
        ["uploads"] = ("UPLOADS", "POST, GET"),
        ["versioning"] = ("VERSIONING", "GET, PUT"),
        ["versions"] = ("BUCKETVERSIONS", "GET"),
        ["website"] = ("WEBSITE", "DELETE, GET, PUT"),
    };

    private static readonly Dictionary<string, (string Type, string Methods)> s_ofObject = new(StringComparer.Ordinal)
    {
        ["acl"] = ("ACL", "GET, PUT"),
        ["attributes"] = ("OBJECT_ATTRIBUTES", "GET"),
        ["legal-hold"] = ("OBJECT_LOCK_LEGALHOLD", "GET, PUT"),
        ["restore"] = ("RESTORE", "POST"),
        ["retention"] = ("OBJECT_LOCK_RETENTION", "GET, PUT"),
        ["select"] = ("SELECT", "POST"),
        ["tagging"] = ("OBJECT_TAGGING", "DELETE, GET, PUT"),
        [UploadId] = ("UPLOAD", "DELETE, POST, GET"),
        ["uploads"] = ("UPLOADS", "POST, GET"),
    };

    // All words: those of buckets and objects, torrent, for which S3 names no other method, and two words of directory buckets.
    private static readonly HashSet<string> s_words =
        new([.. s_ofBucket.Keys, .. s_ofObject.Keys, "renameObject", "session", "torrent"], StringComparer.Ordinal);

    /// <summary>The words of a request, in the order of S3's answers.</summary>
    public static IReadOnlyList<string> In(WireRequest request)
    {
        SortedSet<string>? found = null;
        foreach (var (name, _) in request.QueryParameters)
            if (s_words.Contains(name)) (found ??= new SortedSet<string>(StringComparer.Ordinal)).Add(name);
        return found is null ? [] : [.. found];
    }

    /// <summary>Refuses words that cannot stand together or have no meaning there. Nothing of the bucket is looked at before.</summary>
    public static void Check(WireRequest request, S3Address address, IReadOnlyList<string> words)
    {
        if (address.Bucket.Length == 0) return;
        var hasPart = request.QueryParameter(PartNumber) is not null;
        if (words.Count == 0)
        {
            if (hasPart && address.Key.Length == 0) throw S3Error.InvalidRequest("Object must have a valid key name.");
            return;
        }

        List<string> given = [.. words];
        if (hasPart && words[0] != UploadId) given.Add(PartNumber);
        if (given.Count > 1)
        {
            given.Sort(StringComparer.Ordinal);
            throw S3Error.InvalidArgument($"Conflicting query string parameters: {string.Join(", ", given)}", "ResourceType", given[0]);
        }

        if (given[0] == "website" && request.QueryParameter("website") is { Length: > 0 } value)
            throw S3Error.InvalidArgument("The website parameter must not have a value", "website", value);
        if (address.Key.Length == 0 && given[0] == UploadId) throw S3Error.InvalidRequest("A key must be specified");
        if (address.Key.Length > 0 && given[0] == "uploads" && request.Method == "GET")
            throw S3Error.InvalidRequest("Key is not expected for the GET method ?uploads subresource");
    }

    /// <summary>Why a request is no operation that the lake carries out.</summary>
    public static ApiException Refusal(WireRequest request, S3Address address, string word)
    {
        if (word.Length == 0)
        {
            var (type, methods) = address.Bucket.Length == 0 ? ("SERVICE", "GET")
                : address.Key.Length == 0 ? ("BUCKET", "HEAD, DELETE, POST, GET, PUT") : ("OBJECT", "HEAD, DELETE, GET, PUT");
            return S3Error.MethodNotAllowed(request.Method, type, methods);
        }

        if (word == UploadId && request.QueryParameter(PartNumber) is not null)
            return S3Error.MethodNotAllowed(request.Method, "PART", "PUT");
        return (address.Key.Length == 0 ? s_ofBucket : s_ofObject).TryGetValue(word, out var known)
            && !known.Methods.Split(", ").Contains(request.Method)
                ? S3Error.MethodNotAllowed(request.Method, known.Type, known.Methods)
                : S3Error.NotImplemented();
    }
}
