using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Identity;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>GrantPermissions, RevokePermissions and their batches.</summary>
internal static class GrantOperations
{
    /// <summary>Source: API reference, BatchGrantPermissions; the model does not say it.</summary>
    private const int MaxEntries = 20;

    /// <summary>Source: developer guide, tag-based considerations; counted apart for databases and for tables (unsure).</summary>
    private const int MaxExpressions = 50;

    /// <summary>Source: developer guide, data filtering limitations. Which error AWS answers is not documented.</summary>
    private const int MaxFilters = 100;

    public static JsonObject Grant(ApiCall call)
    {
        Grant(call, new LakeGuard(call), call.Input);
        return [];
    }

    public static JsonObject Revoke(ApiCall call)
    {
        Revoke(call, new LakeGuard(call), call.Input);
        return [];
    }

    public static JsonObject BatchGrant(ApiCall call) => Each(call, Grant);

    public static JsonObject BatchRevoke(ApiCall call) => Each(call, Revoke);

    /// <summary>
    /// Entries succeed or fail one by one; an entry checks everything before it writes, so a failed one leaves nothing.
    /// </summary>
    private static JsonObject Each(ApiCall call, Action<ApiCall, LakeGuard, JsonObject> body)
    {
        var entries = call.Input.Items("Entries").ToList();
        if (entries.Count > MaxEntries) throw LakeFormationErrors.Invalid($"Number of entries cannot exceed {MaxEntries}.");
        var guard = new LakeGuard(call);
        var failures = new JsonArray();
        foreach (var entry in entries)
        {
            try
            {
                if (entry["Principal"] is null || entry["Resource"] is null || entry["Permissions"] is null)
                    throw LakeFormationErrors.Invalid("An entry must have Principal, Resource and Permissions.");

                // An entry can change what everybody may do but administrators.
                body(call, guard.Decision.IsAdministrator ? guard : new LakeGuard(call), entry);
            }
            catch (ApiException error)
            {
                failures.Add(new JsonObject
                {
                    ["RequestEntry"] = entry.DeepClone(),
                    ["Error"] = new JsonObject { ["ErrorCode"] = error.Code, ["ErrorMessage"] = error.Message },
                });
            }
        }

        return new JsonObject { ["Failures"] = failures };
    }

    private static void Grant(ApiCall call, LakeGuard guard, JsonObject entry)
    {
        var grant = Read(call, entry);
        if ((grant.Grantable & ~PermissionRules.Implied(grant.Permissions, grant.Resource)) != PermissionSet.None)
            throw LakeFormationErrors.Invalid("Permissions with grant option must be a subset of permissions.");
        if (grant.Grantable != PermissionSet.None && grant.Resource.ExcludedColumnNames.Count > 0)
            throw LakeFormationErrors.Invalid("Excluded columns cannot be granted with grant option.");
        if (grant.Condition is { } condition) ConditionWire.Require(condition, grant.Principal, grant.Resource, grant.Grantable);
        var there = CatalogOf(call, grant.Resource);
        Authorize(there, there == call ? guard : new LakeGuard(there), grant);
        RequireOfLink(there, grant);
        TagGrants.RequireTags(there, grant.Resource);
        if (there != call) RequireOwnPrincipal(call, grant);
        CrossAccountGuard.Require(call, grant);
        var store = new GrantStore(call.Session, call.Lake.AccountId);
        RequireFewFilters(store, grant);
        RequireFewExpressions(store, grant);
        RequireTogether(store, grant);
        if (there == call) new Shares(call.Session, call.Lake).Ensure(grant);
        store.Add(grant, call.Lake.Clock.Now(), call.Caller.PrincipalArn);
    }

    // A grant on another account's share is checked in the owner's catalog, and stored for the granting account.
    private static ApiCall CatalogOf(ApiCall call, LakeResource resource)
    {
        if (resource.CatalogId is not { Length: 12 } catalog || catalog == call.Lake.AccountId) return call;
        return call.In(catalog) ?? throw LakeFormationErrors.NotFound($"Catalog {catalog} not found.");
    }

    // Developer guide, granting permissions on a database or table shared with your account: not to other accounts or organizations.
    private static void RequireOwnPrincipal(ApiCall call, LakeGrant grant)
    {
        if (!LakePrincipal.TryParse(grant.Principal, out var principal) || principal.AccountId != call.Lake.AccountId
            || principal.Kind is PrincipalKind.Account or PrincipalKind.Organization)
            throw LakeFormationErrors.Invalid("Permissions on shared resources can be granted only to principals of the own account.");
    }

    // A resource link has only DESCRIBE and DROP (permissions reference); the rest is granted on its target. The settings'
    // defaults for the group are not granted on a new link.
    private static void RequireOfLink(ApiCall call, LakeGrant grant)
    {
        var resource = grant.Resource;
        if (resource.IsNested || resource.DatabaseName is not { } name
            || !ResourceLinks.MayBeOne(call.Session, name, resource.TableName)
            || CatalogStore.FindDatabase(call.Session, name) is not { } database) return;
        var isOfDatabase = ResourceLinks.IsLink(database);
        var isOfTable = resource.TableName is { } table && CatalogStore.FindTable(call.Session, name, table) is { } record
            && ResourceLinks.IsLink(record);
        if (!isOfDatabase && !isOfTable) return;
        var isItself = resource.Kind == (isOfDatabase ? ResourceKind.Database : ResourceKind.Table);
        if (!isItself || ((grant.Permissions | grant.Grantable) & ~ResourceLinks.Permissions) != PermissionSet.None)
            throw LakeFormationErrors.ModificationInvalid();
    }

    private static void RequireFewFilters(GrantStore store, LakeGrant grant)
    {
        if (grant.Resource.Kind != ResourceKind.DataFilter || (grant.Permissions & PermissionSet.Select) == 0) return;
        if (store.Held(grant.Principal, grant.Resource)
            .Exists(row => row.Grant.Condition == grant.Condition && (row.Grant.Permissions & PermissionSet.Select) != 0)) return;
        if (store.CountFilters(grant.Resource, grant.Principal) >= MaxFilters)
            throw LakeFormationErrors.Invalid($"A principal cannot select through more than {MaxFilters} data cells filters of a table.");
    }

    private static void RequireFewExpressions(GrantStore store, LakeGrant grant)
    {
        if (grant.Resource.Kind != ResourceKind.TagExpression || store.Held(grant.Principal, grant.Resource).Count > 0) return;
        var held = store.OfKind(ResourceKind.TagExpression, [grant.Principal], grant.Resource.CatalogId);
        if (held.Count(other => other.Resource.ResourceType == grant.Resource.ResourceType) >= MaxExpressions)
            throw LakeFormationErrors.LimitExceeded($"A principal cannot hold permissions by more than {MaxExpressions} expressions.");
    }

    // AWS's pages differ about the error, and about whether a grant on columns that has no effect is accepted.
    private static void RequireTogether(GrantStore store, LakeGrant grant)
    {
        if (!PartialSelect.Concerns(grant) || grant.Resource.IsNested) return;
        var table = LakeResource.Table(grant.Resource.DatabaseName!, grant.Resource.TableName!, grant.Resource.CatalogId);
        if (store.Bearing(table, [grant.Principal]).Exists(other => PartialSelect.Excludes(grant, other)))
            throw LakeFormationErrors.ModificationInvalid();
    }

    private static void Revoke(ApiCall call, LakeGuard guard, JsonObject entry)
    {
        var revoke = Read(call, entry);
        var there = CatalogOf(call, revoke.Resource);
        // An account's administrators may revoke its grants on a share, even if the share has changed since.
        if (there == call || !guard.Decision.IsAdministrator) Authorize(there, there == call ? guard : new LakeGuard(there), revoke);
        var store = new GrantStore(call.Session, call.Lake.AccountId);
        var held = store.Held(revoke.Principal, revoke.Resource);
        var before = held.Select(row => row.Grant).ToList();
        var after = CanonicalGrants.Remove(before, revoke, call.Lake.AccountId);
        if (after.SequenceEqual(CanonicalGrants.Of(before, call.Lake.AccountId)))
        {
            // A grant on the whole table cannot be narrowed by revoking columns of it, nor ALL by revoking a part of it.
            var isPart = revoke.Resource.Kind == ResourceKind.Columns
                ? HoldsWholeTable(store, revoke)
                : before.Exists(grant => grant.Condition == revoke.Condition && HoldsAsPart(grant, revoke));
            if (isPart) throw LakeFormationErrors.ModificationInvalid();
            throw LakeFormationErrors.Invalid("No permissions revoked. Grantee has no permissions on the resource.");
        }

        store.Replace(held, after, call.Lake.Clock.Now(), call.Caller.PrincipalArn);
    }

    // ALL holds what is revoked, and nothing else does: of what was held by name, something would be gone.
    private static bool HoldsAsPart(LakeGrant held, LakeGrant revoke) =>
        (PermissionRules.Implied(held.Permissions, held.Resource) & revoke.Permissions) != PermissionSet.None
        || (PermissionRules.Implied(held.Grantable, held.Resource) & revoke.Grantable) != PermissionSet.None;

    private static bool HoldsWholeTable(GrantStore store, LakeGrant revoke)
    {
        var table = LakeResource.Table(revoke.Resource.DatabaseName!, revoke.Resource.TableName!, revoke.Resource.CatalogId);
        return store.Held(revoke.Principal, table)
            .Exists(row => row.Grant.Condition == revoke.Condition
                && (PermissionRules.Implied(row.Grant.Permissions, table) & PermissionSet.Select) != 0);
    }

    private static LakeGrant Read(ApiCall call, JsonObject entry)
    {
        var id = entry["Principal"]!.AsObject().Text("DataLakePrincipalIdentifier")
            ?? throw LakeFormationErrors.Invalid("Principal must have an identifier.");
        if (!LakePrincipal.TryParse(id, out var principal)) throw LakeFormationErrors.Invalid($"Invalid principal, {id}");
        var condition = ConditionWire.Read(entry);
        var resource = ResourceWire.InCatalog(call, ResourceWire.Read(entry["Resource"]!.AsObject()));
        var permissions = Permissions(entry.Texts("Permissions")!);
        var grantable = Permissions(entry.Texts("PermissionsWithGrantOption") ?? []);
        if ((permissions | grantable) == PermissionSet.None) throw LakeFormationErrors.Invalid("Permissions cannot be empty.");
        if (((permissions | grantable) & ~PermissionRules.Taken(resource)) != PermissionSet.None)
            throw LakeFormationErrors.ModificationInvalid();
        if (resource.TagExpression?.TooLargeToGrantOn is { } problem)
            throw LakeFormationErrors.Invalid($"The LF-Tag expression is too large: {problem}.");
        return new LakeGrant(principal.Id, resource, permissions, grantable) { Condition = condition };
    }

    private static PermissionSet Permissions(List<string> names)
    {
        var unknown = names.Where(name => !PermissionNames.All.Contains(name)).ToList();
        return unknown.Count == 0 ? PermissionNames.Parse(names) : throw LakeFormationErrors.Invalid(
            $"Please grant only valid Lake Formation permissions. "
                + $"[{string.Join(", ", names)}] are not all valid Lake Formation permissions.");
    }

    private static void Authorize(ApiCall call, LakeGuard guard, LakeGrant grant)
    {
        try
        {
            RequireResource(call, grant.Resource);
        }
        catch (ApiException) when (!guard.Decision.MayGrant(grant))
        {
            throw LakeFormationErrors.Denied(); // who may not know does not learn
        }

        if (!guard.Decision.MayGrant(grant)) throw LakeFormationErrors.Denied();
    }

    /// <summary>Refuses a catalog that is neither the account's own nor one inside it.</summary>
    internal static void RequireCatalog(ApiCall call, string catalog)
    {
        if (catalog != call.Lake.AccountId && !NestedCatalogs.Exists(call, catalog))
            throw LakeFormationErrors.NotFound($"Catalog {catalog} not found.");
    }

    /// <summary>Refuses a resource that is not there.</summary>
    internal static void RequireResource(ApiCall call, LakeResource resource)
    {
        RequireCatalog(call, resource.CatalogId!);
        if (resource.IsNested)
        {
            RequireNested(resource);
            return;
        }

        switch (resource.Kind)
        {
            case ResourceKind.Database or ResourceKind.AllTables:
                RequireDatabase(call, resource.DatabaseName!);
                break;
            case ResourceKind.Table or ResourceKind.Columns or ResourceKind.DataFilter:
                RequireDatabase(call, resource.DatabaseName!);
                if (!CatalogStore.HasTable(call.Session, resource.DatabaseName!, resource.TableName!))
                    throw LakeFormationErrors.NotFound($"Table {resource.TableName} not found.");
                if (resource.Kind == ResourceKind.DataFilter
                    && DataFilters.Find(call.Session, resource.DatabaseName!, resource.TableName!, resource.FilterName!) is null)
                    throw LakeFormationErrors.Invalid($"Cell Filter not found: {resource.FilterName}.");
                if (resource.ColumnNames.Count == 0 && resource.ExcludedColumnNames.Count == 0) break;
                var columns = CatalogStore.ColumnsOf(call.Session, resource.DatabaseName!, resource.TableName!);
                if (resource.ColumnNames.Concat(resource.ExcludedColumnNames).Any(column => !columns.Contains(column)))
                    throw LakeFormationErrors.Invalid("Unsupported modification: cannot grant/revoke permission on non-existent column.");
                if (resource.ExcludedColumnNames.Any(
                    CatalogStore.FindTable(call.Session, resource.DatabaseName!, resource.TableName!)!.PartitionKeys.Contains))
                    throw LakeFormationErrors.Invalid("Unsupported modification: partition keys cannot be excluded.");
                break;
            case ResourceKind.DataLocation:
                if (Locations.Covering(call.Session, resource.DataLocation!) is null)
                    throw LakeFormationErrors.Invalid($"Please register the S3 path {S3Location.ToUri(resource.DataLocation!)} first.");
                break;
        }
    }

    // The source of such a catalog knows its contents. Filters and LF-Tags are the lake's own, and the lake has none there.
    private static void RequireNested(LakeResource resource)
    {
        if (resource.Kind is not (ResourceKind.Database or ResourceKind.AllTables or ResourceKind.Table or ResourceKind.Columns))
            throw LakeFormationErrors.Invalid(
                "In a nested catalog, the embedded lake supports grants on databases, tables and columns.");
    }

    private static void RequireDatabase(ApiCall call, string database)
    {
        if (!CatalogStore.HasDatabase(call.Session, database)) throw LakeFormationErrors.NotFound($"Database {database} not found.");
    }
}
