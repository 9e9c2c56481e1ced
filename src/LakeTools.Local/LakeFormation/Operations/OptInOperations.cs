using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Identity;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>CreateLakeFormationOptIn, DeleteLakeFormationOptIn and ListLakeFormationOptIns (hybrid access mode).</summary>
/// <remarks>
/// Source: developer guide, "Hybrid access mode considerations and limitations": only administrators opt in, and besides them read-only
/// administrators see; principals are opted in on catalogs, databases and tables, and what LF-Tags match is picked by name.
/// </remarks>
internal static class OptInOperations
{
    private const int DefaultPage = 100;

    public static JsonObject Create(ApiCall call)
    {
        var (principal, resource, condition) = Read(call);
        if (condition is not null) ConditionWire.Require(condition, principal, resource, PermissionSet.None);
        var optIns = new OptIns(call.Session, call.Lake.AccountId);
        // Scripts that copy opt-ins take this code for 'already exists'; the text is not documented.
        if (optIns.Conditions(principal, resource).Contains(condition)) throw LakeFormationErrors.Invalid("The opt-in already exists.");
        optIns.Add(principal, resource, condition, call.Lake.Clock.Now(), call.Caller.PrincipalArn);
        return [];
    }

    public static JsonObject Delete(ApiCall call)
    {
        var (principal, resource, condition) = Read(call);
        if (!new OptIns(call.Session, call.Lake.AccountId).Remove(principal, resource, condition))
            throw LakeFormationErrors.NotFound("The opt-in does not exist.");
        return [];
    }

    public static JsonObject List(ApiCall call)
    {
        var facts = new StoreFacts(call.Session, call.Lake);
        if (!facts.IsAdministrator(call.Caller.PrincipalArn, readOnly: false)
            && !facts.IsAdministrator(call.Caller.PrincipalArn, readOnly: true))
            throw LakeFormationErrors.NotAdministrator(call.Caller.PrincipalArn);
        var principal = call.Input["Principal"] is JsonObject ? Principal(call) : null;
        // hashicorp/terraform-provider-aws#49106: an IAM principal of another account is refused as a filter.
        if (principal is not null && LakePrincipal.TryParse(principal, out var known) && known.AccountId is { } account
            && account != call.Lake.AccountId)
            throw LakeFormationErrors.Invalid($"Invalid principal, {principal}");
        var resource = call.Input["Resource"] is JsonObject ? Resource(call) : null;
        var page = new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage);
        var rows = new OptIns(call.Session, call.Lake.AccountId).After(page.AfterNumber(0), principal, resource, page.Size + 1);
        var (optIns, next) = page.Cut(rows, optIn => optIn.Id);
        return new JsonObject { ["LakeFormationOptInsInfoList"] = optIns.Select(ToWire).ToJsonArray() }.With("NextToken", next);
    }

    private static (string Principal, LakeResource Resource, string? Condition) Read(ApiCall call)
    {
        LakeGuard.RequireAdministrator(call);
        var (principal, resource) = (Principal(call), Resource(call));
        // The group is what is left when no principal is opted in.
        if (principal == LakePrincipal.IamAllowedPrincipalsId) throw LakeFormationErrors.Invalid($"Invalid principal, {principal}");
        RequireThere(call, principal, resource);
        return (principal, resource, ConditionWire.Read(call.Input));
    }

    // Into what another account shares, an administrator opts in principals of the own account (developer guide, hybrid access mode,
    // sharing resources); the opt-in is the own account's.
    private static void RequireThere(ApiCall call, string principal, LakeResource resource)
    {
        if (resource.CatalogId is not { Length: 12 } catalog || catalog == call.Lake.AccountId)
        {
            GrantOperations.RequireResource(call, resource);
            return;
        }

        var there = call.In(catalog) ?? throw LakeFormationErrors.NotFound($"Catalog {catalog} not found.");
        if (!new LakeGuard(there).Decision.On(resource).IsVisible) throw LakeFormationErrors.Denied();
        GrantOperations.RequireResource(there, resource);
        if (!LakePrincipal.TryParse(principal, out var known) || known.AccountId != call.Lake.AccountId)
            throw LakeFormationErrors.Invalid("Only principals of the own account can be opted in on shared resources.");
    }

    private static string Principal(ApiCall call)
    {
        var id = call.Input["Principal"]!.AsObject().Text("DataLakePrincipalIdentifier")
            ?? throw LakeFormationErrors.Invalid("Principal must have an identifier.");
        return LakePrincipal.TryParse(id, out var principal) ? principal.Id : throw LakeFormationErrors.Invalid($"Invalid principal, {id}");
    }

    private static LakeResource Resource(ApiCall call)
    {
        var resource = ResourceWire.Read(call.Input["Resource"]!.AsObject()).Canonical(call.Lake.AccountId);
        return resource.Kind is ResourceKind.Catalog or ResourceKind.Database or ResourceKind.Table or ResourceKind.AllTables
            ? resource
            : throw LakeFormationErrors.Invalid("Principals can be opted in on catalogs, databases and tables only.");
    }

    private static JsonObject ToWire(OptInRecord optIn) => ConditionWire.Write(new JsonObject
    {
        ["Principal"] = new JsonObject { ["DataLakePrincipalIdentifier"] = optIn.Principal },
        ["Resource"] = ResourceWire.Write(optIn.Resource),
        ["LastModified"] = EpochTime.ToWire(optIn.Updated),
        ["LastUpdatedBy"] = optIn.UpdatedBy,
    }, optIn.Condition);
}
