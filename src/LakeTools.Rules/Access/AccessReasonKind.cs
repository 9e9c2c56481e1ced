namespace LakeTools.Rules.Access;

/// <summary>The kind of a reason.</summary>
public enum AccessReasonKind
{
    /// <summary>A data lake administrator.</summary>
    Administrator,

    /// <summary>A read-only administrator.</summary>
    ReadOnlyAdministrator,

    /// <summary>The creator of a resource has all permissions on it.</summary>
    Creator,

    /// <summary>A grant on the resource itself.</summary>
    Grant,

    /// <summary>A grant on all tables of the database.</summary>
    AllTablesGrant,

    /// <summary>A grant on some columns.</summary>
    ColumnGrant,

    /// <summary>A grant on a data cells filter.</summary>
    FilterGrant,

    /// <summary>A grant on an expression of LF-Tags that the resource matches.</summary>
    TagGrant,

    /// <summary>A grant on a parent of the location.</summary>
    ParentLocationGrant,

    /// <summary>A grant of SUPER_USER on a catalog that contains the resource.</summary>
    CatalogGrant,

    /// <summary>A grant on a table makes its database visible.</summary>
    GrantInside,

    /// <summary>The creator of a table can see its database.</summary>
    TableCreator,

    /// <summary>A grant of the owner of a catalog to the account of the principal, or to its organization.</summary>
    SharedGrant,

    /// <summary>The group IAM_ALLOWED_PRINCIPALS: IAM decides.</summary>
    IamAllowed,

    /// <summary>An opt-in (hybrid access mode): IAM_ALLOWED_PRINCIPALS does not apply to the principal. It allows nothing itself.</summary>
    OptedIn,

    /// <summary>A grant has a condition that the principal's tags do not meet; allows nothing.</summary>
    ConditionUnmet,

    /// <summary>A grant or an opt-in has a condition that cannot be evaluated; allows nothing.</summary>
    ConditionUndecided,

    /// <summary>An invitation to a share of another account is pending; allows nothing.</summary>
    InvitationPending,

    /// <summary>Nothing allows it; the text names what is missing.</summary>
    Missing,

    /// <summary>The caller could not read something that could allow it.</summary>
    Unread,
}
