using LakeTools.Core.Permissions.Grants;

namespace LakeTools.Core.Permissions.Checks;

/// <summary>A table that is asked about, as far as the caller may see it.</summary>
/// <param name="Asked">What the name stands for; null where the caller may not see it.</param>
/// <param name="Link">The resource link that was named or followed; null for none.</param>
/// <param name="Data">The table that has the data: the target of a link, else the same; null where it is not there or hidden.</param>
/// <param name="IsGone">Whether a link leads to nothing.</param>
/// <param name="Owner">The account that owns the data's table, twelve digits.</param>
internal sealed record CheckedTable(GlueTable? Asked, LinkTarget? Link, GlueTable? Data, bool IsGone, string Owner);
