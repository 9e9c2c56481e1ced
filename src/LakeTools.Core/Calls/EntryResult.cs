using LakeTools.Rules.Permissions;

namespace LakeTools.Core.Calls;

/// <summary>How one entry ended.</summary>
/// <param name="Grant">The entry.</param>
/// <param name="Failure">Why it was not done; null where it was.</param>
/// <param name="WasUnanswered">True where an attempt before went without an answer, and may be the one that did it.</param>
internal sealed record EntryResult(LakeGrant Grant, EntryFailure? Failure, bool WasUnanswered);
