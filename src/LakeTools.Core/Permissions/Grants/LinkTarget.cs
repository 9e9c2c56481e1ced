using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>What a thing stands for that is a resource link, or lies behind one.</summary>
/// <param name="Resource">The thing behind the link.</param>
/// <param name="Link">The link itself: the table, or its database.</param>
internal sealed record LinkTarget(LakeResource Resource, LakeResource Link)
{
    /// <summary>Whether a permission is the link's own: DESCRIBE and DROP are, where the thing itself is the link.</summary>
    /// <param name="asked">The thing that was asked about.</param>
    public bool IsOf(LakeResource asked) => asked.Kind is not (ResourceKind.Table or ResourceKind.Columns or ResourceKind.AllTables)
        || Link.Kind == ResourceKind.Table;
}
