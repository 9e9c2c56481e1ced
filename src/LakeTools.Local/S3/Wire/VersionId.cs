using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Wire;

/// <summary>The ids of versions. Buckets here have none, and so every object is the version <c>null</c> of its key.</summary>
internal static class VersionId
{
    public const string Null = "null";

    // What the ids that S3 gives have in common; they are opaque otherwise.
    private const int Length = 32;

    /// <summary>The error of a request for another version than <c>null</c>; null where there is none.</summary>
    public static ApiException? Check(string? version) => version switch
    {
        null or Null => null,
        { Length: Length } => new ApiException("NoSuchVersion", "The specified version does not exist.", 404),
        _ => S3Error.InvalidArgument("Invalid version id specified"),
    };
}
