namespace LakeTools.Rules.Resources;

/// <summary>Where requests go. It completes what is typed in short: <c>role/name</c> and <c>s3://bucket</c>.</summary>
/// <param name="Partition">The partition of its ARNs, such as <c>aws-cn</c>.</param>
/// <param name="Region">The Region; null if it is not known.</param>
/// <param name="AccountId">The account; null if it is not known.</param>
public sealed record LakeHome(string Partition, string? Region = null, string? AccountId = null)
{
    /// <summary>The home of the embedded lake, whose ARNs have one partition, and of a check that makes no request.</summary>
    public static LakeHome Embedded { get; } = new("aws");
}
