using LakeTools.Rules.Permissions;

namespace LakeTools.Core.Calls;

/// <summary>The result of one entry.</summary>
/// <param name="Grant">The entry.</param>
/// <param name="Failure">The failure; null if it succeeded.</param>
/// <param name="WasUnanswered">True if an earlier attempt had no response, and may have succeeded.</param>
internal sealed record EntryResult(LakeGrant Grant, EntryFailure? Failure, bool WasUnanswered);
