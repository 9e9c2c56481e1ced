using LakeTools.Core.Catalog;

namespace LakeTools.Core.Permissions.Settings;

/// <summary>The changes of a lake's settings; null means unchanged.</summary>
public sealed record SettingOptions
{
    /// <summary>The administrators, all of them: ARNs, <c>role/name</c> or <c>user/name</c>.</summary>
    public IReadOnlyList<string>? Administrator { get; init; }

    /// <summary>The read-only administrators, all of them.</summary>
    public IReadOnlyList<string>? ReadOnlyAdministrator { get; init; }

    /// <summary>Whether IAM alone decides about new databases.</summary>
    public TableDefaultPermission? CreateDatabaseDefaultPermission { get; init; }

    /// <summary>Whether IAM alone decides about new tables.</summary>
    public TableDefaultPermission? CreateTableDefaultPermission { get; init; }

    /// <summary>The trusted accounts, all of them.</summary>
    public IReadOnlyList<string>? TrustedResourceOwner { get; init; }

    /// <summary>Whether engines of others may read data that Lake Formation filters.</summary>
    public bool? AllowExternalDataFiltering { get; init; }

    /// <summary>Whether engines of others may have credentials for whole tables without session tags.</summary>
    public bool? AllowFullTableExternalDataAccess { get; init; }

    /// <summary>The accounts whose engines may filter data, all of them.</summary>
    public IReadOnlyList<string>? ExternalDataFilteringAllowList { get; init; }

    /// <summary>The session tags by which engines of others are known, all of them.</summary>
    public IReadOnlyList<string>? AuthorizedSessionTagValue { get; init; }

    /// <summary>Parameters to set; the others stay.</summary>
    public IReadOnlyDictionary<string, string>? Parameter { get; init; }
}
