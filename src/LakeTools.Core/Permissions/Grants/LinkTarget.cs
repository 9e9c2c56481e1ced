using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>The target of a resource that is a resource link, or is behind one.</summary>
/// <param name="Resource">The resource behind the link.</param>
/// <param name="Link">The link itself: the table, or its database.</param>
internal sealed record LinkTarget(LakeResource Resource, LakeResource Link)
{
    /// <summary>Whether a permission is the link's own: DESCRIBE and DROP are, where the resource itself is the link.</summary>
    /// <param name="asked">The resource that was asked about.</param>
    public bool IsOf(LakeResource asked) => asked.Kind is not (ResourceKind.Table or ResourceKind.Columns or ResourceKind.AllTables)
        || Link.Kind == ResourceKind.Table;
}
