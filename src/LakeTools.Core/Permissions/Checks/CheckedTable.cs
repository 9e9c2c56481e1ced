using LakeTools.Core.Permissions.Grants;

namespace LakeTools.Core.Permissions.Checks;

/// <summary>The table of a question, as far as the caller may read it.</summary>
/// <param name="Asked">The resource with that name. Null if the caller may not read it.</param>
/// <param name="Link">The resource link that was named or followed; null for none.</param>
/// <param name="Data">The table that has the data: the target of a link, otherwise the same; null if it is not there or hidden.</param>
/// <param name="IsGone">Whether a link has no target.</param>
/// <param name="Owner">The account that owns the data's table, twelve digits.</param>
internal sealed record CheckedTable(GlueTable? Asked, LinkTarget? Link, GlueTable? Data, bool IsGone, string Owner)
{
    /// <summary>The Region of a link's target. Null if there is no link, or if the caller may not read it.</summary>
    public string? TargetRegion { get; init; }
}
