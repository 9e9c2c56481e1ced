namespace LakeTools.Rules.Access;

/// <summary>Why somebody may do something.</summary>
public enum AccessReasonKind
{
    /// <summary>A data lake administrator.</summary>
    Administrator,

    /// <summary>A read-only administrator.</summary>
    ReadOnlyAdministrator,

    /// <summary>Who made a thing may do everything with it.</summary>
    Creator,

    /// <summary>A grant on the thing itself.</summary>
    Grant,

    /// <summary>A grant on all tables of the database.</summary>
    AllTablesGrant,

    /// <summary>A grant on some columns.</summary>
    ColumnGrant,

    /// <summary>A grant on a data cells filter.</summary>
    FilterGrant,

    /// <summary>A grant on an expression of LF-tags that the thing matches.</summary>
    TagGrant,

    /// <summary>A grant on a parent of the location.</summary>
    ParentLocationGrant,

    /// <summary>A grant of SUPER_USER on a catalog that holds the thing.</summary>
    CatalogGrant,

    /// <summary>A grant on a table lets its database be seen.</summary>
    GrantInside,

    /// <summary>Who made a table sees its database.</summary>
    TableCreator,

    /// <summary>What the owner of a catalog has granted to the principal's account, or to its organization.</summary>
    SharedGrant,

    /// <summary>The group IAM_ALLOWED_PRINCIPALS: IAM decides.</summary>
    IamAllowed,

    /// <summary>An opt-in (hybrid access) closes the group IAM_ALLOWED_PRINCIPALS to the principal; allows nothing itself.</summary>
    OptedIn,

    /// <summary>A grant has a condition that the principal's tags do not meet; allows nothing.</summary>
    ConditionUnmet,

    /// <summary>A grant or an opt-in has a condition that cannot be decided; allows nothing.</summary>
    ConditionUndecided,

    /// <summary>An invitation to take what another account shares waits for its answer; allows nothing.</summary>
    InvitationPending,

    /// <summary>Nothing allows it; the text names the nearest missing thing.</summary>
    Missing,

    /// <summary>Something could not be read by whoever asked, and might allow it.</summary>
    Unread,
}
