namespace LakeTools.Rules.Queries;

/// <summary>A query that cannot run, for a reason that its author can correct.</summary>
/// <param name="reason">Athena's reason for the state FAILED, such as <c>TABLE_NOT_FOUND: line 1:15: ...</c>.</param>
/// <param name="inner">The cause; or null.</param>
public sealed class QueryException(string reason, Exception? inner = null) : Exception(reason, inner)
{
    /// <summary>True if the catalog denies the principal a table, which need not exist then.</summary>
    public bool IsDenied { get; init; }
}
