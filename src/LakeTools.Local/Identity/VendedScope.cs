namespace LakeTools.Local.Identity;

/// <summary>What credentials vended by Lake Formation open in S3, and nothing else.</summary>
/// <param name="Prefixes">S3 URIs, such as <c>s3://bucket/path/</c>, under which objects may be reached.</param>
/// <param name="CanWrite">True where the grant covers writing.</param>
internal sealed record VendedScope(IReadOnlyList<string> Prefixes, bool CanWrite);
