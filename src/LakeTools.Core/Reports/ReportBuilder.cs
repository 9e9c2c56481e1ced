using LakeTools.Core.Permissions.Access;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Reports;

/// <summary>
/// Turns facts into who may do what and why, with the same questions that Test-LakePermission asks. Pure.
/// </summary>
/// <remarks>
/// A grant to a group reaches every principal, and would be listed as often as there are principals. So the groups are principals of the
/// report, and one of its members has an entry only where it has other reasons than the group. A report about somebody tells everything.
/// </remarks>
internal static class ReportBuilder
{
    /// <summary>Asks every question.</summary>
    /// <param name="facts">The lake.</param>
    /// <param name="wanted">Principals, as identifiers or with wildcards; empty for everybody.</param>
    /// <param name="progress">Told of the things that are done.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Principals, things and entries.</returns>
    public static (IReadOnlyList<ReportPrincipal> Principals, IReadOnlyList<ReportThing> Things, IReadOnlyList<ReportEntry> Entries) Build(
        ReportFacts facts, IReadOnlyList<string> wanted, IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        var principals = Principals(facts, wanted);
        var places = principals.Select((principal, place) => (principal.Id, place)).ToDictionary(StringComparer.Ordinal);
        var creators = places.ToLookup(place => LakePrincipal.WithoutPath(place.Key), place => place.Value, StringComparer.Ordinal);
        var entries = new List<ReportEntry>();
        for (var thing = 0; thing < facts.Things.Count; thing++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new LakeProgress("Evaluating permissions", facts.Things[thing].Resource.ToString(), thing,
                facts.Things.Count));
            entries.AddRange(OfThing(facts, thing, principals, wanted.Count > 0 ? null : (places, creators)));
        }

        var things = facts.Things.Select(thing => Thing(thing.Resource, thing.Facts, DetailOf(facts, thing.Resource), facts.AccountId));
        return (principals, [.. things], entries);
    }

    /// <summary>The permissions of one principal on one resource, as the report shows them.</summary>
    /// <param name="report">The report.</param>
    /// <param name="principal">The principal's place.</param>
    /// <param name="thing">The resource's place.</param>
    /// <returns>Its own entry, otherwise its group's, otherwise null.</returns>
    public static ReportEntry? Find(LakeReport report, int principal, int thing)
    {
        for (; principal >= 0; principal = report.Principals[principal].Group)
            if (report.Entries.FirstOrDefault(entry => entry.Principal == principal && entry.Thing == thing) is { } found) return found;
        return null;
    }

    private static List<ReportPrincipal> Principals(ReportFacts facts, IReadOnlyList<string> wanted)
    {
        if (wanted.Count > 0)
        {
            // Somebody who is named outright may hold nothing that names them, and still be reached by what everybody has.
            var patterns = wanted.Select(text => new KeyPattern(text)).ToList();
            return [.. facts.Principals.Where(id => patterns.Exists(pattern => pattern.IsMatch(id)))
                .Concat(patterns.Where(pattern => !pattern.HasWildcards).Select(pattern => pattern.Prefix))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id => new ReportPrincipal(id, KindOf(id), -1))];
        }

        var ids = facts.Principals.ToList();
        int Place(string id) => ids.BinarySearch(id, StringComparer.Ordinal) is var place and >= 0 ? place : -1;
        var everybody = Place(LakePrincipal.IamAllowedPrincipalsId);
        return [.. ids.Select(id =>
        {
            if (id == LakePrincipal.IamAllowedPrincipalsId) return new ReportPrincipal(id, PrincipalKind.IamAllowedPrincipals, -1);
            var account = LakePrincipal.TryParse(id, out var known) && known.Kind is PrincipalKind.Role or PrincipalKind.User
                ? Place(known.AccountId + ":IAMPrincipals") : -1;
            return new ReportPrincipal(id, known?.Kind, account >= 0 ? account : everybody);
        })];
    }

    private static List<ReportEntry> OfThing(ReportFacts facts, int thing, List<ReportPrincipal> principals,
        (Dictionary<string, int> All, ILookup<string, int> Creators)? places)
    {
        var (resource, known) = facts.Things[thing];
        var answers = new AccessSummary?[principals.Count];
        AccessSummary Answer(int principal) =>
            answers[principal] ??= Told(new AccessQuestion(known, principals[principal].Id, known.AccountId).AskAll(resource),
                principals[principal].Id);
        var entries = new List<ReportEntry>();
        foreach (var principal in places is var (all, creators)
            ? Named(known, principals, all, creators) : Enumerable.Range(0, principals.Count))
        {
            var group = principals[principal].Group;
            var access = Answer(principal);
            if (group < 0 ? access.Reasons.Count > 0 : !access.Reasons.SequenceEqual(Answer(group).Reasons))
                entries.Add(new ReportEntry(principal, thing, access,
                    Marks(principals[principal], resource, known, access, facts.AccountId)
                        | (DetailOf(facts, resource).IsUnguarded ? ReportMarks.Unguarded : ReportMarks.None))
                {
                    Grants = Grants(facts, known, resource, principals[principal].Id),
                });
        }

        return entries;
    }

    // The entries of the list that bear on a thing: those on it and on what contains it, and those on LF-Tags that it has.
    private static List<ReportGrant> Grants(ReportFacts facts, ListedFacts known, LakeResource resource, string principal) =>
    [
        .. facts.Listed[(principal, resource.DatabaseName)]
            .Concat(resource.DatabaseName is null ? [] : facts.Listed[(principal, null)])
            .Where(listed => ListedFacts.Bears(listed.Grant.Resource, resource) || Matches(known, resource, listed.Grant.Resource))
            .Select(listed => new ReportGrant(
                $"{listed.Grant.Permissions.ToText()} on {listed.Grant.Resource}{LakeGrant.When(listed.Grant.Condition)}",
                listed.LastUpdated,
                listed.LastUpdatedBy)),
    ];

    private static bool Matches(ListedFacts known, LakeResource resource, LakeResource granted)
    {
        if (granted.TagExpression is not { } expression) return false;
        return resource.Kind switch
        {
            ResourceKind.Database => granted.ResourceType == TaggedResourceType.Database && expression.Matches(known.Tags.Of(false, null)),
            ResourceKind.Table => granted.ResourceType == TaggedResourceType.Table
                && known.Columns.Select(column => known.Tags.Of(true, column)).Append(known.Tags.Of(true, null)).Any(expression.Matches),
            _ => false,
        };
    }

    // The group's own grants are listed as they are, and not again as any principal's.
    private static AccessSummary Told(AccessSummary access, string principal) => principal != LakePrincipal.IamAllowedPrincipalsId ? access
        : access with { Reasons = [.. access.Reasons.Where(reason =>
            reason.Kind is not (AccessReasonKind.Grant or AccessReasonKind.AllTablesGrant))] };

    // A principal that no fact of a resource names has the permissions of its group, or none. To ask about each one would take too long.
    private static IEnumerable<int> Named(ListedFacts facts, List<ReportPrincipal> principals, Dictionary<string, int> places,
        ILookup<string, int> creators)
    {
        var named = facts.Administrators.Concat(facts.ReadOnlyAdministrators).Concat(facts.Grants.Select(grant => grant.Principal))
            .Concat(facts.TaggedGrants.Select(grant => grant.Principal)).Concat(facts.OptIns.Select(optIn => optIn.Principal))
            .Concat(facts.Inside)
            .Where(places.ContainsKey).Select(id => places[id])
            .Concat(facts.Creators.Values.Concat(facts.TableCreators).SelectMany(creator => creators[LakePrincipal.WithoutPath(creator)]));
        var isConditional = facts.Grants.Concat(facts.TaggedGrants).Any(grant => grant.Condition is not null)
            || facts.OptIns.Any(optIn => optIn.Condition is not null);
        return (isConditional ? named.Concat(Enumerable.Range(0, principals.Count)
            .Where(principal => facts.HasConditionFor(principals[principal].Id))) : named).Distinct().Order();
    }

    private static ReportMarks Marks(ReportPrincipal principal, LakeResource resource, ListedFacts facts, AccessSummary access,
        string accountId)
    {
        var marks = ReportMarks.None;
        // The mark is set where the right is listed once: for the group itself, or for a principal in a report without groups.
        if (principal.Group < 0 && access.Reasons.Any(reason => reason.Kind == AccessReasonKind.IamAllowed)) marks |= ReportMarks.LeftToIam;
        if (access.Reasons.Any(reason => IsGrant(reason) && (reason.Permissions & (PermissionSet.All | PermissionSet.SuperUser)) != 0))
            marks |= ReportMarks.Everything;
        var named = facts.GrantsOn(resource, [principal.Id])
            .Concat(facts.TaggedGrants.Where(grant => grant.Principal == principal.Id && grant.Resource == resource));
        if (named.Any(grant => grant.Grantable != PermissionSet.None)) marks |= ReportMarks.Grantable;
        if (IsOutside(principal, accountId) && access.Reasons.Any(IsGrant)) marks |= ReportMarks.Outside;
        return marks;
    }

    // An organization is more accounts than one, even the caller's own.
    private static bool IsOutside(ReportPrincipal principal, string accountId) => principal.Kind == PrincipalKind.Organization
        || (LakePrincipal.TryParse(principal.Id, out var known) && known.AccountId is { } account && account != accountId);

    private static bool IsGrant(AccessReason reason) =>
        reason.Kind is AccessReasonKind.Grant or AccessReasonKind.AllTablesGrant or AccessReasonKind.ColumnGrant
        or AccessReasonKind.FilterGrant or AccessReasonKind.TagGrant or AccessReasonKind.ParentLocationGrant
        or AccessReasonKind.CatalogGrant;

    private static ReportDetail DetailOf(ReportFacts facts, LakeResource resource) =>
        facts.Details.GetValueOrDefault(resource, ReportDetail.None);

    private static ReportThing Thing(LakeResource resource, ListedFacts facts, ReportDetail detail, string accountId)
    {
        var (name, database) = (ReportThing.NameOf(resource, accountId), DatabaseOf(resource, accountId));
        if (resource.Kind is not (ResourceKind.Database or ResourceKind.Table))
            return new ReportThing(resource.Kind, name, database, [], [],
                new Dictionary<string, IReadOnlyList<string>>(), detail);
        var own = Texts(facts.Tags.Of(resource.Kind == ResourceKind.Table, null));
        var ofColumns = facts.Columns.Select(column =>
            KeyValuePair.Create(column, (IReadOnlyList<string>)Texts(facts.Tags.Of(true, column))))
            .Where(pair => !pair.Value.SequenceEqual(own));
        return new ReportThing(resource.Kind, name, database, facts.Columns, own,
            new Dictionary<string, IReadOnlyList<string>>(ofColumns), detail);
    }

    // Databases are those of the account's own catalog.
    private static string? DatabaseOf(LakeResource resource, string accountId) =>
        resource.CatalogId is { } catalog && catalog != accountId ? null : resource.DatabaseName;

    private static List<string> Texts(IReadOnlyDictionary<string, string> tags) =>
        [.. tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key} = {tag.Value}")];

    /// <summary>The form of an identifier.</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>The form; null for none that is known.</returns>
    internal static PrincipalKind? KindOf(string id) => LakePrincipal.TryParse(id, out var known) ? known.Kind : null;
}
