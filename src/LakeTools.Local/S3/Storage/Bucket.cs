namespace LakeTools.Local.S3.Storage;

/// <summary>A bucket as the store has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Created">When it was created.</param>
/// <param name="Region">The bucket's region; null for the lake's region, in which lakes of earlier versions have all buckets.</param>
/// <param name="Versioning"><c>Enabled</c> or <c>Suspended</c>; null if it never kept versions.</param>
/// <param name="Owner">The account that owns it; null for the first account of the lake.</param>
internal sealed record Bucket(string Name, DateTimeOffset Created, string? Region, string? Versioning, string? Owner)
{
    public bool KeepsVersions => Versioning == "Enabled";

    /// <summary>True if its objects have version ids.</summary>
    public bool HasVersions => Versioning is not null;
}
