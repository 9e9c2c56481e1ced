using Amazon.LakeFormation.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Permissions.Settings;

/// <summary>Settings between the API's form and ours.</summary>
internal static class SettingMapping
{
    /// <summary>The API's settings as ours.</summary>
    public static LakeSetting ToSetting(DataLakeSettings settings, string? catalogId) => new()
    {
        CatalogId = catalogId,
        Administrator = Ids(settings.DataLakeAdmins),
        ReadOnlyAdministrator = Ids(settings.ReadOnlyAdmins),
        DatabaseDefault = Default(settings.CreateDatabaseDefaultPermissions),
        TableDefault = Default(settings.CreateTableDefaultPermissions),
        TrustedResourceOwner = new ItemList<string>(settings.TrustedResourceOwners ?? []),
        AllowExternalDataFiltering = settings.AllowExternalDataFiltering ?? false,
        AllowFullTableExternalDataAccess = settings.AllowFullTableExternalDataAccess ?? false,
        ExternalDataFilteringAllowList = Ids(settings.ExternalDataFilteringAllowList),
        AuthorizedSessionTagValue = new ItemList<string>(settings.AuthorizedSessionTagValueList ?? []),
        Parameter = settings.Parameters ?? [],
        Unknown = [.. UnknownMembers.Of(settings).Keys],
    };

    /// <summary>The identifiers of a list of principals.</summary>
    public static ItemList<string> Ids(IEnumerable<DataLakePrincipal>? principals) =>
        new((principals ?? []).Select(principal => principal.DataLakePrincipalIdentifier));

    /// <summary>Makes the changes that are named, and says whether any of them changed anything.</summary>
    public static bool Apply(SettingOptions options, DataLakeSettings settings)
    {
        var before = ToSetting(settings, null);
        var changed = false;
        if (Differ(options.Administrator, before.Administrator))
            (settings.DataLakeAdmins, changed) = (Principals(options.Administrator!), true);
        if (Differ(options.ReadOnlyAdministrator, before.ReadOnlyAdministrator))
            (settings.ReadOnlyAdmins, changed) = (Principals(options.ReadOnlyAdministrator!), true);
        if (Differ(options.CreateDatabaseDefaultPermission, before.DatabaseDefault))
            (settings.CreateDatabaseDefaultPermissions, changed) = (Default(options.CreateDatabaseDefaultPermission), true);
        if (Differ(options.CreateTableDefaultPermission, before.TableDefault))
            (settings.CreateTableDefaultPermissions, changed) = (Default(options.CreateTableDefaultPermission), true);
        if (Differ(options.TrustedResourceOwner, before.TrustedResourceOwner))
            (settings.TrustedResourceOwners, changed) = ([.. options.TrustedResourceOwner!], true);
        if (Differ(options.AllowExternalDataFiltering, before.AllowExternalDataFiltering))
            (settings.AllowExternalDataFiltering, changed) = (options.AllowExternalDataFiltering, true);
        if (Differ(options.AllowFullTableExternalDataAccess, before.AllowFullTableExternalDataAccess))
            (settings.AllowFullTableExternalDataAccess, changed) = (options.AllowFullTableExternalDataAccess, true);
        if (Differ(options.ExternalDataFilteringAllowList, before.ExternalDataFilteringAllowList))
            (settings.ExternalDataFilteringAllowList, changed) = (Principals(options.ExternalDataFilteringAllowList!), true);
        if (Differ(options.AuthorizedSessionTagValue, before.AuthorizedSessionTagValue))
            (settings.AuthorizedSessionTagValueList, changed) = ([.. options.AuthorizedSessionTagValue!], true);
        foreach (var (key, value) in options.Parameter ?? new Dictionary<string, string>())
        {
            if (before.Parameter.TryGetValue(key, out var old) && old == value) continue;
            (settings.Parameters ??= [])[key] = value;
            changed = true;
        }

        return changed;
    }

    // The order of a list means nothing, and the service need not keep it.
    private static bool Differ(IReadOnlyList<string>? wanted, IReadOnlyList<string> old) =>
        wanted is not null && !wanted.ToHashSet().SetEquals(old);

    private static bool Differ<T>(T? wanted, T? old)
        where T : struct => wanted is not null && !wanted.Equals(old);

    private static List<DataLakePrincipal> Principals(IEnumerable<string> ids) =>
        [.. ids.Select(id => new DataLakePrincipal { DataLakePrincipalIdentifier = id })];

    private static TableDefaultPermission? Default(List<PrincipalPermissions>? permissions) => permissions switch
    {
        null or [] => TableDefaultPermission.None,
        [{ Principal.DataLakePrincipalIdentifier: LakePrincipal.IamAllowedPrincipalsId } only] when only.Permissions is ["ALL"] =>
            TableDefaultPermission.IamAllowedPrincipals,
        _ => null,
    };

    private static List<PrincipalPermissions> Default(TableDefaultPermission? choice) =>
        choice is not TableDefaultPermission.IamAllowedPrincipals
        ? []
        : [new() { Principal = new() { DataLakePrincipalIdentifier = LakePrincipal.IamAllowedPrincipalsId }, Permissions = ["ALL"] }];
}
