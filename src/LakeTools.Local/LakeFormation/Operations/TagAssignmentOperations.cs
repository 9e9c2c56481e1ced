using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>
/// AddLFTagsToResource, RemoveLFTagsFromResource and GetResourceLFTags. Tags succeed or fail one by one; what is wrong with the resource is
/// an error of the call.
/// </summary>
internal static class TagAssignmentOperations
{
    /// <summary>Source: developer guide, assigning LF-Tags.</summary>
    private const int MaxTags = 50;

    // The permissions that a caller who did not create the resource must be able to grant (developer guide, assigning LF-Tags).
    private const PermissionSet OnDatabases = PermissionSet.Describe | PermissionSet.CreateTable | PermissionSet.Alter | PermissionSet.Drop;
    private const PermissionSet OnTables = PermissionSet.Describe | PermissionSet.Alter | PermissionSet.Drop | PermissionSet.Insert
        | PermissionSet.Select | PermissionSet.Delete;

    public static JsonObject Add(ApiCall call) => Each(call, (call, thing, key, values) =>
    {
        if (values is not [var value]) throw LakeFormationErrors.Invalid("Only one value of a tag can be assigned to a resource.");
        if (value == TagExpression.AnyValue || !TagStore.Has(call.Session, key, values)) throw LakeFormationErrors.NoSuchTag();
        var own = TagAssignments.OwnOf(call.Session, thing);
        if (!own.ContainsKey(key) && own.Count >= MaxTags)
            throw LakeFormationErrors.LimitExceeded($"Number of tags on a resource cannot exceed {MaxTags}.");
        TagAssignments.Put(call.Session, thing, key, value);
    });

    /// <summary>Takes off what was put on the resource itself; a value that it inherits is not there to be taken off.</summary>
    public static JsonObject Remove(ApiCall call) => Each(call, (call, thing, key, values) =>
    {
        if (!TagAssignments.OwnOf(call.Session, thing).TryGetValue(key, out var value) || !values.Contains(value))
            throw LakeFormationErrors.NotFound("Tag is not assigned to the resource.");
        TagAssignments.Remove(call.Session, thing, key);
    });

    public static JsonObject Get(ApiCall call)
    {
        var resource = Resource(call);
        call = CatalogOf(call, resource);
        var guard = new TagGuard(call);
        var rights = guard.Decision.On(resource);
        RequireThere(call, guard, resource, rights.IsVisible);
        var tags = new TableTags(call.Session, resource.DatabaseName!, resource.TableName ?? "");
        if (resource.Kind == ResourceKind.Database) return new JsonObject().With("LFTagOnDatabase", guard.Show(tags.OnDatabase));
        var onlyOwn = call.Input.Flag("ShowAssignedLFTags");
        var columns = rights.VisibleColumns(CatalogStore.ColumnsOf(call.Session, resource.DatabaseName!, resource.TableName!))
            .Where(column => resource.ColumnNames.Count == 0 || resource.ColumnNames.Contains(column));
        var onColumns = columns.Select(column => (Name: column, Tags: guard.Show(onlyOwn ? tags.OwnOf(column) : tags.On(column))))
            .Where(column => column.Tags is not null)
            .Select(column => new JsonObject { ["Name"] = column.Name, ["LFTags"] = column.Tags }).ToJsonArray();
        var answer = new JsonObject();
        if (resource.Kind == ResourceKind.Table)
        {
            if (!onlyOwn) answer.With("LFTagOnDatabase", guard.Show(tags.OnDatabase));
            answer.With("LFTagsOnTable", guard.Show(onlyOwn ? tags.OwnOfTable : tags.OnTable));
        }

        return answer.With("LFTagsOnColumns", onColumns.Count == 0 ? null : onColumns);
    }

    private static JsonObject Each(ApiCall call, Action<ApiCall, TaggedThing, string, NameList> body)
    {
        var resource = Resource(call);
        var there = CatalogOf(call, resource);
        var guard = new TagGuard(there);
        RequireThere(there, guard, resource, MayTag(there, guard.Decision, resource));
        var pairs = call.Input.Items("LFTags").ToList();
        if (pairs.GroupBy(pair => pair.Required("TagKey").ToLowerInvariant()).Any(group => group.Count() > 1))
            throw LakeFormationErrors.Invalid("Only one value of a tag can be assigned to a resource.");
        var failures = new List<JsonObject>();
        foreach (var pair in pairs)
        {
            var key = pair.Required("TagKey").ToLowerInvariant();
            var values = NameList.Of(pair.Texts("TagValues")!.Select(value => value.ToLowerInvariant()));
            try
            {
                // A thing has tags of its own account. A pair without a catalog means the caller's (API reference, LFTagPair).
                if ((pair.Text("CatalogId") ?? call.Lake.AccountId) != there.Lake.AccountId) throw LakeFormationErrors.NoSuchTag();
                if (!guard.Decision.OnTag(guard.Resource(key, values)).Allows(PermissionSet.Associate))
                    throw guard.Decision.IsAdministrator && !TagStore.Has(there.Session, key, values)
                        ? LakeFormationErrors.NoSuchTag() : LakeFormationErrors.Denied();
                foreach (var thing in Things(resource)) body(there, thing, key, values);
            }
            catch (ApiException error)
            {
                failures.Add(new JsonObject
                {
                    ["LFTag"] = TagGuard.Pair(pair.Text("CatalogId") ?? call.Lake.AccountId, key, values),
                    ["Error"] = new JsonObject { ["ErrorCode"] = error.Code, ["ErrorMessage"] = error.Message },
                });
            }
        }

        return new JsonObject { ["Failures"] = failures.ToJsonArray() };
    }

    private static LakeResource Resource(ApiCall call)
    {
        // Not in canonical form: there, a wildcard of columns would be the table.
        var resource = ResourceWire.Read(call.Input["Resource"]!.AsObject());
        var isOne = resource.Kind is ResourceKind.Database or ResourceKind.Table
            || (resource.Kind == ResourceKind.Columns && resource.ColumnNames.Count > 0 && !LakeResource.IsAllTables(resource.TableName));
        if (!isOne) throw LakeFormationErrors.Invalid("Resource must be a database, a table, or columns of a table that are named.");
        return ResourceWire.InCatalog(call, resource);
    }

    // The catalog that the resource is of: another account's, where that account has shared the resource.
    private static ApiCall CatalogOf(ApiCall call, LakeResource resource) => resource.CatalogId == call.Lake.AccountId
        ? call : call.In(resource.CatalogId!) ?? throw NestedCatalogs.NotReached(call, resource.CatalogId!);

    private static void RequireThere(ApiCall call, TagGuard guard, LakeResource resource, bool isAllowed)
    {
        if (!isAllowed && !guard.Decision.IsAdministrator) throw LakeFormationErrors.Denied(); // who may not know does not learn
        GrantOperations.RequireResource(call, resource);
    }

    private static bool MayTag(ApiCall call, AccessDecision decision, LakeResource resource)
    {
        var whole = resource.Kind == ResourceKind.Database
            ? resource : LakeResource.Table(resource.DatabaseName!, resource.TableName!, resource.CatalogId);
        if (new StoreFacts(call.Session, call.Lake).CreatorOf(whole) == call.Caller.PrincipalArn) return true;
        var needed = whole.Kind == ResourceKind.Database ? OnDatabases : OnTables;
        // DROP on a database is granted to no other account. Holders of the rest may tag resources shared with their account (LF-Tag
        // value permissions, in the guide, mentions the tagging, but not which permissions it needs).
        if (call.IsAcross && whole.Kind == ResourceKind.Database) needed &= ~PermissionSet.Drop;
        return (needed & ~decision.On(whole).Grantable) == PermissionSet.None;
    }

    private static IEnumerable<TaggedThing> Things(LakeResource resource) => resource.Kind == ResourceKind.Columns
        ? resource.ColumnNames.Select(column => new TaggedThing(resource.DatabaseName!, resource.TableName!, column))
        : [new TaggedThing(resource.DatabaseName!, resource.TableName ?? "")];
}
