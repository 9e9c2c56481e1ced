namespace LakeTools.Core.Trails;

/// <summary>The result of a trail for a grant.</summary>
internal enum GrantUse
{
    /// <summary>An event needed it, or may have.</summary>
    Used,

    /// <summary>No event can have needed it.</summary>
    Unused,

    /// <summary>It is younger than the days that are looked at.</summary>
    Younger,

    /// <summary>
    /// Events do not name such a principal: a group, an account, IAM_ALLOWED_PRINCIPALS, a principal of another account.
    /// </summary>
    PrincipalNotSeen,

    /// <summary>It may be granted to others, and passing on is no use of data.</summary>
    MayBePassedOn,

    /// <summary>
    /// It is on something that no event names: a catalog, a location, an LF-Tag, another account's catalog, a resource link.
    /// </summary>
    ResourceNotSeen,

    /// <summary>
    /// Its principal found something by a name that is gone or hidden. It can have been a resource link to what the grant is on.
    /// </summary>
    NameNotSeen,

    /// <summary>Reading the table leaves no event: its location is not registered, or has hybrid access.</summary>
    ReadingNotSeen,

    /// <summary>It gives no data, and the trail has events of data alone.</summary>
    GivesNoData,
}
