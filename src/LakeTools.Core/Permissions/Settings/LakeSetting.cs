using LakeTools.Core.Catalog;
using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>
/// The settings of a lake: who administers it, what new databases and tables are open to, and who may read its data from outside.
/// </summary>
public sealed record LakeSetting
{
    /// <summary>The account whose settings they are; null for the caller's.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The principals that may see and grant everything.</summary>
    public required IReadOnlyList<string> Administrator { get; init => field = Listed.Of(value); }

    /// <summary>The principals that may see everything, and change nothing.</summary>
    public required IReadOnlyList<string> ReadOnlyAdministrator { get; init => field = Listed.Of(value); }

    /// <summary>Whether IAM alone decides about new databases: None or IamAllowedPrincipals; null for any other default.</summary>
    public string? CreateDatabaseDefaultPermission => DatabaseDefault?.ToString();

    /// <summary>Whether IAM alone decides about new tables: None or IamAllowedPrincipals; null for any other default.</summary>
    public string? CreateTableDefaultPermission => TableDefault?.ToString();

    internal TableDefaultPermission? DatabaseDefault { get; init; }

    internal TableDefaultPermission? TableDefault { get; init; }

    /// <summary>The accounts whose CloudTrail may name the users of this lake.</summary>
    public required IReadOnlyList<string> TrustedResourceOwner { get; init => field = Listed.Of(value); }

    /// <summary>Whether engines of others may read data that Lake Formation filters.</summary>
    public bool AllowExternalDataFiltering { get; init; }

    /// <summary>Whether engines of others may have credentials for whole tables without session tags.</summary>
    public bool AllowFullTableExternalDataAccess { get; init; }

    /// <summary>The accounts whose engines may filter data.</summary>
    public required IReadOnlyList<string> ExternalDataFilteringAllowList { get; init => field = Listed.Of(value); }

    /// <summary>The session tags by which engines of others are known.</summary>
    public required IReadOnlyList<string> AuthorizedSessionTagValue { get; init => field = Listed.Of(value); }

    /// <summary>The service's further parameters, such as CROSS_ACCOUNT_VERSION.</summary>
    public required IReadOnlyDictionary<string, string> Parameter { get; init => field = Listed.Of(value); }

    /// <summary>The names of settings that this version does not know.</summary>
    internal IReadOnlyList<string> Unknown { get; init => field = Listed.Of(value); } = Listed.None<string>();
}
