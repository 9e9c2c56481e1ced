namespace LakeTools.Aws;

/// <summary>A host of a service that is not <c>SERVICE[-fips].REGION.SUFFIX</c>.</summary>
/// <param name="Partition">The partition's name, such as <c>aws-cn</c>; <c>*</c> for those without an entry of their own.</param>
/// <param name="Variant"><c>default</c>, <c>fips</c>, <c>dualstack</c>, <c>fips-dualstack</c>, or <c>*</c> for all.</param>
/// <param name="Host">
/// The host, with <c>{region}</c>, <c>{global}</c> for the partition's region for services that it has once, and <c>{suffix}</c>
/// for its domain.
/// </param>
/// <param name="SigningRegion">The region that requests are signed for, or <c>{global}</c>; null for the region of the call.</param>
public sealed record ServiceEndpoint(string Partition, string Variant, string Host, string? SigningRegion);
