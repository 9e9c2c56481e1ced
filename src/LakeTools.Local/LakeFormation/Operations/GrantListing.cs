using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Identity;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>ListPermissions and GetEffectivePermissionsForPath.</summary>
internal static class GrantListing
{
    private const int DefaultPage = 100;

    private static readonly Dictionary<string, ResourceKind[]> s_types = new(StringComparer.Ordinal)
    {
        ["CATALOG"] = [ResourceKind.Catalog, ResourceKind.NestedCatalog],
        ["DATABASE"] = [ResourceKind.Database],
        ["TABLE"] = [ResourceKind.Table, ResourceKind.AllTables, ResourceKind.Columns, ResourceKind.DataFilter],
        ["DATA_LOCATION"] = [ResourceKind.DataLocation],
        ["LF_TAG"] = [ResourceKind.Tag],
        ["LF_TAG_POLICY"] = [ResourceKind.TagExpression],
        ["LF_TAG_POLICY_DATABASE"] = [ResourceKind.TagExpression],
        ["LF_TAG_POLICY_TABLE"] = [ResourceKind.TagExpression],
        ["LF_NAMED_TAG_EXPRESSION"] = [ResourceKind.NamedTagExpression],
    };

    public static JsonObject List(ApiCall call)
    {
        var principal = (call.Input["Principal"] as JsonObject)?.Text("DataLakePrincipalIdentifier");
        var resource = (call.Input["Resource"] as JsonObject) is { } given ? ReadResource(call, given) : null;
        if (principal is not null && resource is null)
            throw LakeFormationErrors.Invalid("Resource is mandatory if Principal is set in the input.");
        var type = call.Input.Text("ResourceType");
        var filter = new GrantFilter(type is null ? null : s_types[type], resource, principal, IsWithFilters(call, principal));
        var catalog = resource?.CatalogId ?? call.Input.Text("CatalogId") ?? call.Lake.AccountId;
        if (catalog != call.Lake.AccountId && call.In(catalog) is { } there) return OfShared(call, there, filter);
        GrantOperations.RequireCatalog(call, catalog);
        var nested = resource is null && catalog != call.Lake.AccountId ? catalog : null;
        TaggedResourceType? tagged = type switch { "LF_TAG_POLICY_DATABASE" => TaggedResourceType.Database, "LF_TAG_POLICY_TABLE" =>
            TaggedResourceType.Table, _ => null };
        var page = Page(call, "PrincipalResourcePermissions", filter, grant =>
            (tagged is null || grant.Resource.ResourceType == tagged)
            && (nested is null || grant.Resource.CatalogId == nested)
            && (resource?.Kind != ResourceKind.Tag || Meet(resource.TagValues, grant.Resource.TagValues)));
        if (principal is null || call.Input.Text("NextToken") is not null) return page;
        var visible = Visibility(call);
        foreach (var entry in Effective(call, principal, resource!).Select(visible).OfType<LakeGrant>())
            page["PrincipalResourcePermissions"]!.AsArray().Insert(0, ToWire(entry));
        return page;
    }

    // API reference, IncludeRelated: TRUE lists the data cells filters of a table too, and allows no principal. The answer to any text but
    // TRUE and FALSE is not documented.
    private static bool IsWithFilters(ApiCall call, string? principal)
    {
        if (call.Input.Text("IncludeRelated") is not { } text) return false;
        if (text is not ("TRUE" or "FALSE")) throw LakeFormationErrors.Invalid("IncludeRelated must be TRUE or FALSE.");
        if (text == "TRUE" && principal is not null)
            throw LakeFormationErrors.Invalid("Principal must not be specified when IncludeRelated is TRUE.");
        return text == "TRUE";
    }

    /// <summary>
    /// Asked for one principal on one thing, the service answers what is effective (API reference): what is implicit, what LF-Tags and
    /// grants on all tables give, and what holds for all principals of the account. In which form it lists them is not documented: here
    /// on the resource that was asked about, and SELECT on some columns on these.
    /// </summary>
    private static IEnumerable<LakeGrant> Effective(ApiCall call, string principal, LakeResource resource)
    {
        var rights = new AccessDecision(new StoreFacts(call.Session, call.Lake), principal).On(resource);
        var permissions = PermissionSet.None;
        foreach (var reason in rights.Reasons)
            if (reason.Allows && reason.Kind is not (AccessReasonKind.Grant or AccessReasonKind.ColumnGrant or AccessReasonKind.FilterGrant
                or AccessReasonKind.GrantInside or AccessReasonKind.TableCreator or AccessReasonKind.IamAllowed))
                permissions |= reason.Permissions & rights.Permissions;
        if (permissions != PermissionSet.None) yield return new LakeGrant(principal, resource, permissions, rights.Grantable & permissions);
        var isByTags = rights.Reasons.Any(reason => reason.Kind == AccessReasonKind.TagGrant);
        if (isByTags && resource.Kind == ResourceKind.Table && rights.SelectableColumns is { Count: > 0 } columns)
            yield return new LakeGrant(principal, LakeResource.Columns(resource.DatabaseName!, resource.TableName!, columns, null,
                resource.CatalogId), PermissionSet.Select);
    }

    /// <summary>
    /// The grants on a place, and on the databases and tables whose location it is (API reference, GetEffectivePermissionsForPath). Whether
    /// what is below the place counts too is not documented.
    /// </summary>
    public static JsonObject ForPath(ApiCall call)
    {
        CatalogAnswers.RequireOwn(call, call.Input.Text("CatalogId"));
        var arn = call.Input.Required("ResourceArn");
        if (!DataLocation.IsLocation(arn)) throw LakeFormationErrors.Invalid($"Invalid resource ARN: {arn}.");
        var location = Locations.Covering(call.Session, arn) ?? throw LakeFormationErrors.NotFound("Entity not found.");
        var tables = CatalogStore.TablesAt(call.Session, arn).Select(table => (table.Database, table.Name)).ToHashSet();
        var databases = CatalogStore.DatabasesAt(call.Session, arn).ToHashSet();
        return Page(call, "Permissions", new GrantFilter([ResourceKind.DataLocation, ResourceKind.Database, ResourceKind.Table,
            ResourceKind.Columns, ResourceKind.DataFilter]), grant =>
            grant.Resource.CatalogId == call.Lake.AccountId && grant.Resource switch
        {
            { Kind: ResourceKind.DataLocation, DataLocation: { } granted } => DataLocation.IsUnder(arn, granted)
                && DataLocation.IsUnder(granted, location.Arn),
            { Kind: ResourceKind.Database, DatabaseName: { } database } => databases.Contains(database),
            { DatabaseName: { } database, TableName: { } table } => tables.Contains((database, table)),
            _ => false,
        });
    }

    /// <summary>
    /// The grants on what another account shares: those that it has made to this account and its principals, and those that were made
    /// here. That the receiver sees the former is undocumented. Asked for one principal on one thing, what is effective is listed.
    /// </summary>
    private static JsonObject OfShared(ApiCall call, ApiCall there, GrantFilter filter)
    {
        var catalog = there.Lake.AccountId;
        var shares = new Shares(there.Session, there.Lake);
        var visible = Visibility(call);
        if (filter is { Principal: { } principal, Resource: { } resource } && Shares.ReceiverOf(principal) == call.Lake.AccountId
            && principal != call.Lake.AccountId)
            return Entries(EffectiveAcross(there, principal, resource).Select(visible).OfType<LakeGrant>().Select(ToWire));
        var receivers = shares.ReceiversOf(call.Lake.AccountId);
        var given = new GrantStore(there.Session, catalog).After(0, filter, int.MaxValue)
            .Where(row => receivers.Contains(Shares.ReceiverOf(row.Grant.Principal) ?? "") && shares.IsOpen(row.Grant));
        var passedOn = new GrantStore(call.Session, call.Lake.AccountId).After(0, filter, int.MaxValue)
            .Where(row => row.Grant.Resource.CatalogId == catalog);
        return Entries(Listed(given).Select(entry => WithShare(ToWire(entry.Grant, entry.Row), shares, entry.Row.Grant))
            .Concat(Listed(passedOn).Select(entry => ToWire(entry.Grant, entry.Row))));

        IEnumerable<(LakeGrant Grant, StoredGrant Row)> Listed(IEnumerable<StoredGrant> rows) => rows
            .SelectMany(row => CanonicalGrants.ToListed(row.Grant).Select(visible).OfType<LakeGrant>().Select(grant => (grant, row)));

        static JsonObject Entries(IEnumerable<JsonObject> entries) =>
            new() { ["PrincipalResourcePermissions"] = entries.ToJsonArray() };
    }

    // The effective permissions of a principal of the caller's account in another account's catalog, from all sources.
    private static IEnumerable<LakeGrant> EffectiveAcross(ApiCall there, string principal, LakeResource resource)
    {
        var asked = there with { Caller = new Caller(principal, principal, there.Caller.AccountId) };
        var rights = new LakeGuard(asked).Decision.On(resource);
        if (rights.Permissions != PermissionSet.None)
            yield return new LakeGrant(principal, resource, rights.Permissions, rights.Grantable & rights.Permissions);
        if (resource.Kind == ResourceKind.Table && rights.SelectableColumns is { Count: > 0 } columns)
            yield return new LakeGrant(principal,
                LakeResource.Columns(resource.DatabaseName!, resource.TableName!, columns, null, resource.CatalogId), PermissionSet.Select);
    }

    // The share of AWS RAM that a grant to another account is given by (API reference, DetailsMap).
    private static JsonObject WithShare(JsonObject entry, Shares shares, LakeGrant grant)
    {
        if (shares.ShareOf(grant) is { IsRam: true } share)
            entry["AdditionalDetails"] = new JsonObject { ["ResourceShare"] = new JsonArray(share.Arn) };
        return entry;
    }

    private static void RequireKnownTag(ApiCall call, LakeResource resource)
    {
        var decision = new LakeGuard(call).Decision;
        var any = resource.Kind == ResourceKind.Tag ? resource.WithTagValues(NameList.Empty) : resource;
        // Any caller may ask for grants by an expression, and then sees their own: that reveals nothing about the tags.
        if (resource.Kind != ResourceKind.TagExpression && !decision.On(any).IsVisible) throw LakeFormationErrors.Denied();
        if (decision.IsAdministrator) TagGrants.RequireTags(call, resource);
    }

    private static bool Meet(NameList asked, NameList granted) =>
        asked.Contains(TagExpression.AnyValue) || granted.Contains(TagExpression.AnyValue) || asked.Any(granted.Contains);

    private static LakeResource ReadResource(ApiCall call, JsonObject given)
    {
        if (given["TableWithColumns"] is not null)
            throw LakeFormationErrors.Invalid("TableWithColumns is not supported: list the permissions of the table.");
        var resource = ResourceWire.InCatalog(call, ResourceWire.Read(given));
        var isOfOther = resource.CatalogId is { Length: 12 } catalog && catalog != call.Lake.AccountId;
        RequireKnown((isOfOther ? call.In(resource.CatalogId!) : call) ?? call, resource);
        return resource;
    }

    /// <summary>
    /// A resource outside the catalog has no permissions to list. A caller without permissions is refused whether or not the resource
    /// exists. Locations are left alone: grants on one outlive its registration, and must be found to be revoked.
    /// </summary>
    private static void RequireKnown(ApiCall call, LakeResource resource)
    {
        if (resource.Kind is ResourceKind.Tag or ResourceKind.TagExpression or ResourceKind.NamedTagExpression)
            RequireKnownTag(call, resource);
        if (resource.DatabaseName is not { } database) return;
        var decision = new LakeGuard(call).Decision;
        var isOfDatabase = resource.Kind is ResourceKind.Database or ResourceKind.AllTables || resource.TableName is null;
        if (!decision.On(isOfDatabase ? LakeResource.Database(database, resource.CatalogId)
            : LakeResource.Table(database, resource.TableName!, resource.CatalogId)).IsVisible)
            throw LakeFormationErrors.Denied();
        GrantOperations.RequireResource(call, resource);
    }

    /// <summary>
    /// Walks the grants in the order in which they were written. One grant may be listed as two entries, which stay on one
    /// page where there is room; the token holds where to go on.
    /// </summary>
    private static JsonObject Page(ApiCall call, string member, GrantFilter filter, Func<LakeGrant, bool> matches)
    {
        var page = new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage);
        var (after, skip) = Start(page);
        var store = new GrantStore(call.Session, call.Lake.AccountId);
        var visible = Visibility(call);
        var shares = new Shares(call.Session, call.Lake);
        var entries = new List<JsonObject>();
        string? next = null;
        while (next is null)
        {
            var rows = store.After(after, filter, page.Size + 1);
            foreach (var row in rows)
            {
                List<LakeGrant> listed = matches(row.Grant)
                    ? [.. CanonicalGrants.ToListed(row.Grant).Select(visible).OfType<LakeGrant>()] : [];
                for (var part = skip; part < listed.Count; part++)
                {
                    if (entries.Count == page.Size)
                    {
                        next = page.Token(after, part);
                        break;
                    }

                    entries.Add(WithShare(ToWire(listed[part], row), shares, row.Grant));
                }

                if (next is not null) break;
                (after, skip) = (row.Id, 0);
            }

            if (rows.Count <= page.Size) break;
        }

        return new JsonObject { [member] = entries.ToJsonArray() }.With("NextToken", next);
    }

    private static (long After, int Skip) Start(Page page) => page.Last switch
    {
        [] => (0, 0),
        [var after, var skip] when page.Number(skip) is >= 0 and <= int.MaxValue and var part => (page.Number(after), (int)part),
        _ => throw page.Invalid(),
    };

    /// <summary>
    /// A principal that is not an administrator sees its own grants and, of those of others, the permissions that it may grant, such as
    /// ALTER if it has ALTER with the grant option (API reference, ListPermissions, and developer guide, viewing permissions).
    /// </summary>
    private static Func<LakeGrant, LakeGrant?> Visibility(ApiCall call)
    {
        var decision = new LakeGuard(call).Decision;
        var facts = new StoreFacts(call.Session, call.Lake);
        if (decision.IsAdministrator || facts.IsAdministrator(call.Caller.PrincipalArn, readOnly: true)) return grant => grant;
        return grant =>
        {
            if (grant.Principal == call.Caller.PrincipalArn) return grant;
            if (grant.Resource.CatalogId is { Length: 12 } catalog && catalog != call.Lake.AccountId) return null;
            var seen = PermissionNames.Parse(grant.Permissions.Names().Where(name => decision.MayGrant(
                grant with { Permissions = PermissionNames.Parse([name]), Grantable = PermissionSet.None })));
            return seen == PermissionSet.None ? null : grant with { Permissions = seen, Grantable = grant.Grantable & seen };
        };
    }

    private static JsonObject ToWire(LakeGrant entry, StoredGrant row)
    {
        var wire = ToWire(entry);
        wire["LastUpdated"] = EpochTime.ToWire(row.Updated);
        wire["LastUpdatedBy"] = row.UpdatedBy;
        return wire;
    }

    private static JsonObject ToWire(LakeGrant entry) => ConditionWire.Write(new JsonObject
    {
        ["Principal"] = new JsonObject { ["DataLakePrincipalIdentifier"] = entry.Principal },
        ["Resource"] = ResourceWire.Write(entry.Resource),
        ["Permissions"] = entry.Permissions.Names().ToJsonArray(),
        ["PermissionsWithGrantOption"] = entry.Grantable.Names().ToJsonArray(),
    }, entry.Condition);
}
