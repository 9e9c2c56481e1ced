using LakeTools.Rules.Permissions;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>A canonical grant as it is kept.</summary>
/// <param name="Id">Grows with every write: the order of lists.</param>
/// <param name="Grant">The grant.</param>
/// <param name="Updated">Milliseconds since 1970.</param>
/// <param name="UpdatedBy">The principal of the last change.</param>
internal sealed record StoredGrant(long Id, LakeGrant Grant, long Updated, string UpdatedBy);
