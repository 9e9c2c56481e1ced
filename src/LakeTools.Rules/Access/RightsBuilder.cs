using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Access;

/// <summary>Gathers rights on one thing.</summary>
internal sealed class RightsBuilder(LakeResource resource)
{
    private readonly List<AccessReason> _reasons = [];
    private readonly List<DataFilterRule> _filters = [];
    private readonly HashSet<string> _columns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _describable = new(StringComparer.Ordinal);
    private readonly HashSet<string> _grantableColumns = new(StringComparer.Ordinal);
    private readonly List<NameList> _allBut = [];
    private PermissionSet _grantable;

    public LakeResource Resource => resource;

    public PermissionSet Permissions { get; private set; }

    public bool IsOptedIn { get; set; }

    public void Add(PermissionSet permissions, PermissionSet grantable, AccessReasonKind kind, string text)
    {
        Permissions |= permissions;
        _grantable |= grantable;
        _reasons.Add(new AccessReason(kind, permissions, text));
    }

    public void Add(LakeGrant grant, AccessReasonKind kind, DataFilterRule? filter = null)
    {
        var permissions = PermissionRules.Implied(grant.Permissions, grant.Resource);
        var grantable = PermissionRules.Implied(grant.Grantable, grant.Resource);
        // ALL on a saved expression is the right to pass on its permissions too (developer guide, managing LF-Tag expressions).
        if (grant.Resource.Kind == ResourceKind.NamedTagExpression && (permissions & PermissionSet.All) != 0) grantable = permissions;
        var text = kind == AccessReasonKind.IamAllowed
            ? $"IAM_ALLOWED_PRINCIPALS has {grant.Permissions.ToText()} on {grant.Resource}: IAM decides."
            : $"{grant.Permissions.ToText()} is granted on {grant.Resource}{LakeGrant.When(grant.Condition)}.";

        // A grant to IAM_ALLOWED_PRINCIPALS is a reason of its own, and reaches no further than its columns and rows.
        if (grant.Resource.Kind == ResourceKind.DataFilter && resource.Kind != ResourceKind.DataFilter)
        {
            // Of a filter that is gone nothing can be seen; DESCRIBE and DROP on a filter say nothing of the table's rows.
            if (filter is not null && (permissions & PermissionSet.Select) != 0) _filters.Add(filter);
            else return;
        }
        else if (grant.Resource.ColumnNames.Count > 0)
        {
            _columns.UnionWith(grant.Resource.ColumnNames);
            if ((grantable & PermissionSet.Select) != 0) _grantableColumns.UnionWith(grant.Resource.ColumnNames);
        }
        else if (grant.Resource.ExcludedColumnNames.Count > 0)
        {
            _allBut.Add(grant.Resource.ExcludedColumnNames);
        }
        else
        {
            Permissions |= permissions;
            _grantable |= grantable;
        }

        _reasons.Add(new AccessReason(kind, permissions, text));
    }

    /// <summary>Adds the effect of SUPER_USER on a catalog on its contents: all permissions, and on catalogs within it SUPER_USER.
    /// </summary>
    public void AddWithin(LakeGrant grant)
    {
        var whole = resource.Kind == ResourceKind.NestedCatalog ? PermissionSet.SuperUser : PermissionSet.All;
        var all = PermissionRules.Implied(whole, resource);
        Add(all, (grant.Grantable & PermissionSet.SuperUser) != 0 ? all : PermissionSet.None, AccessReasonKind.CatalogGrant,
            $"{PermissionSet.SuperUser.ToText()} is granted on {grant.Resource}, which contains it{LakeGrant.When(grant.Condition)}.");
    }

    /// <summary>Says why a grant with a condition does not count.</summary>
    public void AddUnmet(LakeGrant grant, ConditionOutcome outcome, string principal, string? why)
    {
        var isUndecided = outcome == ConditionOutcome.Undecided;
        var text = $"{grant.Permissions.ToText()} is granted on {grant.Resource}{LakeGrant.When(grant.Condition)}: "
            + (isUndecided ? $"whether {principal} meets the condition is not known. "
                + $"{why}" : $"the tags of {principal} do not meet the condition.");
        _reasons.Add(new AccessReason(isUndecided ? AccessReasonKind.ConditionUndecided : AccessReasonKind.ConditionUnmet,
            PermissionRules.Implied(grant.Permissions, grant.Resource), text));
    }

    /// <summary>
    /// A tag grant that only some columns match: what changes the table becomes DESCRIBE (developer guide, tag-based notes), of
    /// those columns and of no other.
    /// </summary>
    public void AddColumns(LakeGrant grant, NameList columns)
    {
        var permissions = PermissionRules.Implied(grant.Permissions, grant.Resource);
        if ((permissions & PermissionSet.Select) != 0) _columns.UnionWith(columns);
        if ((permissions & ~PermissionSet.Select) != 0) _describable.UnionWith(columns);
        _reasons.Add(new AccessReason(AccessReasonKind.TagGrant, permissions & (PermissionSet.Select | PermissionSet.Describe),
            $"{grant.Permissions.ToText()} is granted on {grant.Resource}, which the columns {columns} match."));
    }

    /// <summary>Makes the permissions.</summary>
    /// <param name="columns">The table's columns; null for what has none.</param>
    /// <param name="keys">Its partition keys: column filtering does not apply to them (developer guide,
    /// data filtering limitations).</param>
    public LakeRights Build(Func<IReadOnlyList<string>>? columns = null, Func<IReadOnlyList<string>>? keys = null)
    {
        var selectable = NameList.Of(_columns);
        if (_allBut.Count > 0 && columns is not null)
            selectable = NameList.Of(_columns.Concat(columns().Where(column => _allBut.Exists(hidden => !hidden.Contains(column)))));
        if (keys is not null && selectable.Count > 0) selectable = NameList.Of(selectable.Concat(keys()));
        if (keys is not null && _describable.Count > 0) _describable.UnionWith(keys());
        return new LakeRights
        {
            Permissions = Permissions,
            Grantable = _grantable,
            SelectableColumns = (Permissions & PermissionSet.Select) != 0 ? null : selectable,
            Filters = (Permissions & PermissionSet.Select) != 0 ? [] : _filters,
            DescribableColumns = NameList.Of(_describable),
            GrantableColumns = NameList.Of(_grantableColumns),
            IsOptedIn = IsOptedIn,
            Reasons = _reasons,
        };
    }
}
