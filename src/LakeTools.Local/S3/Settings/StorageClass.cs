using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Settings;

/// <summary>
/// Storage classes: a record, but for those whose objects cannot be read before they are restored, which nothing does here.
/// </summary>
internal static class StorageClass
{
    // Of buckets for general purposes; the classes of directory buckets, Outposts and Snow are other buckets'.
    private static readonly string[] s_classes =
        ["STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "GLACIER_IR"];

    private static readonly string[] s_archives = ["GLACIER", "DEEP_ARCHIVE"];

    /// <summary>The class that a request names; none for STANDARD.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(WireRequest request)
    {
        if (request.Header(ObjectHeaders.StorageClassHeader) is not { } name) return [];
        if (!s_classes.Contains(name)) throw S3Error.InvalidStorageClass(name);
        return name == s_classes[0] ? [] : [KeyValuePair.Create(ObjectHeaders.StorageClassHeader, name)];
    }

    /// <summary>Throws where the bytes of an object cannot be read.</summary>
    public static void CheckRead(StoredObject item)
    {
        if (s_archives.Contains(item.Headers.StorageClass)) throw S3Error.InvalidObjectState(item.Headers.StorageClass);
    }
}
