using LakeTools.Local.Identity;

namespace LakeTools.Local.Athena;

/// <summary>The session that started a query, where the principal alone does not say what it may see.</summary>
/// <param name="PrincipalArn">The principal.</param>
/// <param name="Tags">The session's tags.</param>
/// <param name="SessionPolicy">The session's policy.</param>
internal sealed record QuerySession(string PrincipalArn, SessionTags? Tags, string? SessionPolicy);
