namespace LakeTools.Rules.Queries;

/// <summary>A query that cannot run, for a reason that its author can correct.</summary>
/// <param name="reason">What Athena says as the reason of the state FAILED, such as <c>TABLE_NOT_FOUND: line 1:15: ...</c>.</param>
/// <param name="inner">What caused it; or null.</param>
public sealed class QueryException(string reason, Exception? inner = null) : Exception(reason, inner);
