namespace LakeTools.Models;

/// <summary>
/// The host of a service in a partition, for one of <c>default</c>, <c>fips</c>, <c>dualstack</c>, <c>fips-dualstack</c>, or <c>*</c> for
/// all four. Without such a line, the host of a service is <c>SERVICE[-fips].{region}.{suffix}</c>.
/// </summary>
/// <param name="Partition">The partition's name, such as <c>aws-cn</c>; <c>*</c> for those without a line of their own.</param>
/// <param name="Variant">One of the words above.</param>
/// <param name="Host">
/// The host, with <c>{region}</c>, <c>{global}</c> for the partition's region for services that it has once, and <c>{suffix}</c> for
/// its domain (that for dual stack where this is asked for).
/// </param>
/// <param name="SigningRegion">The region that requests are signed for, or <c>{global}</c>; null for the region of the call.</param>
internal sealed record EndpointText(string Partition, string Variant, string Host, string? SigningRegion)
{
    /// <summary>Reads a line such as <c>endpoint aws dualstack iam.global.{suffix} {global}</c>.</summary>
    /// <param name="words">The line's words.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="FormatException">The words are others.</exception>
    public static EndpointText Parse(string[] words) => words switch
    {
        [_, var partition, var variant, var host] => new EndpointText(partition, variant, host, null),
        [_, var partition, var variant, var host, var region] => new EndpointText(partition, variant, host, region),
        _ => throw new FormatException("An endpoint is a partition, a variant and a host, with a region to sign for where it is another."),
    };
}
