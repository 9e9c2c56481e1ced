namespace LakeTools;

/// <summary>A bucket in S3.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Region">The region that it is in.</param>
/// <param name="Uri">Its address, <c>s3://name/</c>.</param>
public sealed record LakeBucket(string Name, string Region, string Uri)
{
    /// <summary>When it was created, in local time; null if that was not asked.</summary>
    public DateTime? CreatedOn { get; init; }

    /// <summary>The name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
