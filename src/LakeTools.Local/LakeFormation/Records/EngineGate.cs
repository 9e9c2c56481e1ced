using LakeTools.Local.Api;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>
/// The programs that get credentials and unfiltered metadata of Lake Formation: the application integration settings. A new lake has AWS's
/// defaults, which admit integrated services alone.
/// </summary>
/// <remarks>
/// Source: developer guide, permitting-third-party-call. A session gets them whose tag LakeFormationAuthorizedCaller has a value of
/// AuthorizedSessionTagValueList, where AllowExternalDataFiltering is set and ExternalDataFilteringAllowList has its account; with
/// AllowFullTableExternalDataAccess, any caller that has full data access gets them without a tag. That the latter holds for unfiltered
/// metadata too is undocumented: such a caller sees all of it anyway.
/// </remarks>
internal static class EngineGate
{
    private const string Tag = "LakeFormationAuthorizedCaller";

    /// <summary>Refuses what the settings do not open to the caller.</summary>
    /// <param name="call">The call.</param>
    /// <param name="rights">The caller's permissions on the table.</param>
    public static void Require(ApiCall call, LakeRights rights)
    {
        if (call.Caller.IsIntegrated) return;
        var settings = LakeSettings.Read(call.Session, call.Lake);
        if (settings.Flag("AllowFullTableExternalDataAccess") && rights.ReadsAll) return;
        if (settings.Flag("AllowExternalDataFiltering")
            && LakeSettings.Principals(settings, "ExternalDataFilteringAllowList").Contains(call.Caller.AccountId)
            && call.Caller.Tags?.Values.GetValueOrDefault(Tag) is { } value
            && settings.Texts("AuthorizedSessionTagValueList")?.Contains(value) == true) return;
        throw new ApiException("AccessDeniedException",
            "The application integration settings do not allow this program to access the data: "
                + "AllowFullTableExternalDataAccess allows whole "
                + "tables for principals that can read all of them; AllowExternalDataFiltering, ExternalDataFilteringAllowList and "
                + $"AuthorizedSessionTagValueList allow sessions with the tag {Tag}.");
    }
}
