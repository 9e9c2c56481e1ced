using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Access;

/// <summary>
/// Evaluates whether a principal has a permission on a resource, with the reasons, or with what is missing. Pure, like the decision.
/// </summary>
/// <param name="facts">The lake.</param>
/// <param name="principal">The ARN of a user or a role.</param>
/// <param name="homeCatalog">The catalog of commands for which none is specified.</param>
public sealed class AccessQuestion(ILakeFacts facts, string principal, string homeCatalog)
{
    private readonly AccessDecision _decision = new(facts, principal);

    /// <summary>Evaluates one permission.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="permission">One permission; ALL for every permission of the resource.</param>
    /// <returns>The answer.</returns>
    public AccessAnswer Ask(LakeResource resource, PermissionSet permission) => Ask(resource, permission, _decision.On(resource));

    /// <summary>Evaluates every permission of the resource with one decision, without ALL.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>The permissions, with the same results as one evaluation for each.</returns>
    public AccessSummary AskAll(LakeResource resource)
    {
        var rights = _decision.On(resource);
        var held = PermissionSet.None;
        AccessAnswer? select = null;
        foreach (var name in (PermissionRules.Taken(resource) & ~(PermissionSet.All | PermissionSet.SuperUser)).Names())
        {
            // A permission that is not allowed needs no text here, because creating it takes time.
            var permission = PermissionNames.Parse([name]);
            if (!rights.Allows(permission) || Ask(resource, permission, rights) is not { Allowed: true } answer) continue;
            held |= permission;
            if (permission == PermissionSet.Select) select = answer;
        }

        return new AccessSummary(held, rights.Grantable & ~(PermissionSet.All | PermissionSet.SuperUser), rights.Reasons, select?.Columns
            ?? [], select?.RowExpressions ?? []);
    }

    private AccessAnswer Ask(LakeResource resource, PermissionSet permission, LakeRights rights)
    {
        var wanted = permission == PermissionSet.All ? PermissionRules.Implied(permission, resource) & ~PermissionSet.All : permission;
        return permission == PermissionSet.Select && resource.Kind is ResourceKind.Table or ResourceKind.Columns
            && !LakeResource.IsAllTables(resource.TableName)
            ? OfColumns(resource, rights)
            : OfWhole(resource, permission, rights, wanted & ~Held(rights, wanted), wanted);
    }

    // SELECT on some columns or rows is SELECT on the table, but not a part of ALL, which is on the whole table.
    private static PermissionSet Held(LakeRights rights, PermissionSet wanted) => PermissionNames.Parse(
        wanted.Names().Where(name => rights.Allows(PermissionNames.Parse([name]))))
        & (rights.SelectsAll ? wanted : wanted & ~PermissionSet.Select);

    private AccessAnswer OfWhole(LakeResource resource, PermissionSet permission, LakeRights rights, PermissionSet missing,
        PermissionSet wanted)
    {
        if (missing != PermissionSet.None)
        {
            // If only some permissions are missing, the text names these.
            var asked = missing == wanted ? permission : missing;
            return Refused(resource, asked, rights, (missing & PermissionSet.Select) == 0 ? "" : Near(Reach(resource, rights)));
        }

        // Any permission makes the resource visible. If DESCRIBE is not among them, they are the reasons.
        var allowing = rights.Reasons.Where(reason => reason.Allows).ToList();
        var because = allowing.FindAll(reason => (reason.Permissions & wanted) != 0);
        return new AccessAnswer(true, because.Count > 0 ? because : allowing, [], []);
    }

    private AccessAnswer OfColumns(LakeResource resource, LakeRights rights)
    {
        var all = Columns(resource, rights);
        List<string> asked = [.. resource.ColumnNames.Count > 0
            ? resource.ColumnNames : all.Where(column => !resource.ExcludedColumnNames.Contains(column))];
        var reach = Reach(resource, rights);
        var missing = asked.Where(column => !Reaches(rights, column)).ToList();
        var isOpen = resource.Kind == ResourceKind.Table ? rights.SelectsAll || reach.Count > 0 : asked.Count > 0 && missing.Count == 0;
        if (!isOpen)
        {
            var wanted = resource.Kind == ResourceKind.Table || missing.Count == asked.Count
                ? resource : resource.WithColumns(NameList.Of(missing));
            return Refused(wanted, PermissionSet.Select, rights, Near(reach));
        }

        var cut = asked.Where(column => !InAllRows(rights, column)).ToList();
        var rows = rights.Filters.Where(filter => cut.Exists(filter.Shows)).Select(filter => filter.RowExpression).ToList();
        return new AccessAnswer(
            true,
            rights.Reasons.Where(reason => reason.Allows && (reason.Permissions & PermissionSet.Select) != 0).ToList(),
            resource.Kind == ResourceKind.Table ? reach : [.. all.Where(asked.Contains), .. asked.Where(column => !all.Contains(column))],
            [.. rows.OfType<string>().Distinct(StringComparer.Ordinal)]);
    }

    // If the columns of a table are not known, the columns in grants are used.
    private IReadOnlyList<string> Columns(LakeResource resource, LakeRights rights) =>
        facts.ColumnsOf(resource) is { Count: > 0 } known ? known : [.. rights.SelectableColumns ?? NameList.Empty];

    private List<string> Reach(LakeResource resource, LakeRights rights) =>
        Columns(resource, rights).Where(column => Reaches(rights, column)).ToList();

    private static bool Reaches(LakeRights rights, string column) =>
        InAllRows(rights, column) || rights.Filters.Any(filter => filter.Shows(column));

    private static bool InAllRows(LakeRights rights, string column) => rights.SelectsAll
        || rights.SelectableColumns?.Contains(column) == true
        || rights.Filters.Any(filter => filter.RowExpression is null && filter.Shows(column));

    private AccessAnswer Refused(LakeResource resource, PermissionSet missing, LakeRights rights, string near)
    {
        var text = $"{principal} does not have {missing.ToText()} on {resource}.{near}{Nearest(resource, missing, rights)}";
        var reason = new AccessReason(AccessReasonKind.Missing, missing, text, GrantCommand.For(principal, missing, resource, homeCatalog));
        return new AccessAnswer(false, [reason, .. rights.Reasons.Where(other => !other.Allows
            && (other.Permissions == PermissionSet.None || (other.Permissions & missing) != PermissionSet.None))], [], []);
    }

    // The grant that is nearest to allowing it, otherwise the permissions that exist.
    private string Nearest(LakeResource resource, PermissionSet missing, LakeRights rights)
    {
        if (_decision.IsAdministrator) return " It is a data lake administrator, and can grant it, also to itself.";
        if (resource.Kind is ResourceKind.Database or ResourceKind.Table or ResourceKind.Columns)
        {
            var type = resource.Kind == ResourceKind.Database ? TaggedResourceType.Database : TaggedResourceType.Table;
            var tagged = facts.TagGrants(type, _decision.Principals).FirstOrDefault(grant =>
                grant.Resource.TagExpression is not null && (PermissionRules.Implied(grant.Permissions, grant.Resource) & missing) != 0);
            if (tagged is not null)
            {
                var tags = facts.TagsOf(resource, null);
                var found = tags.Count == 0 ? "no LF-Tags" : "LF-Tags "
                    + string.Join("; ", tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key} = {tag.Value}"));
                return $" It is granted on {tagged.Resource}, but the resource has {found}.";
            }
        }

        return rights.Permissions == PermissionSet.None ? "" : $" It has {rights.Permissions.ToText()}.";
    }

    private static string Near(List<string> columns) => columns.Count == 0 ? ""
        : $" SELECT is granted on {(columns.Count == 1 ? "column" : "columns")} {string.Join(", ", columns)}.";
}
