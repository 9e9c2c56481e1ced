using LakeTools.Local.Api;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Answers;

/// <summary>Who knows of the records of catalogs beside the account's own: administrators, and who made one (undocumented).</summary>
internal static class NestedCatalogs
{
    /// <summary>The member of a record that names its maker.</summary>
    public const string Creator = "Creator";

    /// <summary>Whether the caller knows of a catalog.</summary>
    public static bool IsKnown(ApiCall call, GlueRecord catalog) =>
        catalog.Document.Required(Creator) == call.Caller.PrincipalArn || new LakeGuard(call).Decision.IsAdministrator;
}
