using LakeTools.Local.Api;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>
/// Refuses grants to other accounts that AWS refuses: those of <see cref="CrossAccountRules"/>, and those that need a version.
/// </summary>
/// <remarks>
/// Sources: developer guide, updating cross-account data sharing version settings (principals of other accounts, and organizations by
/// LF-Tags, from version 3 on; hybrid access from version 4 on), and troubleshooting (what IAM_ALLOWED_PRINCIPALS holds is not shared,
/// which version 4 allows with hybrid access).
/// </remarks>
internal static class CrossAccountGuard
{
    private const int DirectVersion = 3;
    private const int HybridVersion = 4;

    public static void Require(ApiCall call, LakeGrant grant)
    {
        if (!LakePrincipal.TryParse(grant.Principal, out var principal)
            || !CrossAccountRules.IsForeign(principal, call.Lake.AccountId)) return;
        if (CrossAccountRules.Problem(grant, principal, call.Lake.AccountId) is { } problem)
            throw LakeFormationErrors.Invalid($"Invalid cross account grant request: {problem}.");
        var version = LakeSettings.CrossAccountVersion(call.Session, call.Lake);
        var needsDirect = principal.Kind switch
        {
            PrincipalKind.Account => false,
            PrincipalKind.Organization => grant.Resource.Kind is ResourceKind.Tag or ResourceKind.TagExpression,
            _ => true,
        };
        if (needsDirect && version < DirectVersion) throw NeedsVersion(DirectVersion);
        if (version >= HybridVersion || grant.Resource.DatabaseName is null || grant.Resource.IsNested) return;
        if (IsHybrid(call, grant.Resource)) throw NeedsVersion(HybridVersion);
        if (IsLeftToIam(call, grant.Resource))
            throw LakeFormationErrors.Invalid("Insufficient Lake Formation permissions: Illegal combination. "
                + $"{LakePrincipal.IamAllowedPrincipalsId} has permissions on it.");
    }

    private static bool IsHybrid(ApiCall call, LakeResource resource)
    {
        var location = resource.TableName is { } table && resource.Kind != ResourceKind.AllTables
            ? CatalogStore.FindTable(call.Session, resource.DatabaseName!, table)?.Location
            : CatalogStore.FindDatabase(call.Session, resource.DatabaseName!)?.Document.Text("LocationUri");
        return location is not null && S3Location.IsLocation(location) && Locations.Covering(call.Session, location) is { IsHybrid: true };
    }

    private static bool IsLeftToIam(ApiCall call, LakeResource resource)
    {
        var thing = resource.Kind is ResourceKind.Database or ResourceKind.AllTables
            ? resource : LakeResource.Table(resource.DatabaseName!, resource.TableName!, resource.CatalogId);
        return new GrantStore(call.Session, call.Lake.AccountId).Bearing(thing, [LakePrincipal.IamAllowedPrincipalsId]).Count > 0;
    }

    private static ApiException NeedsVersion(int version) => LakeFormationErrors.Invalid(
        $"Invalid cross account grant request. Please update CrossAccountVersion in DataLakeSetting to minimal version v{version}.");
}
