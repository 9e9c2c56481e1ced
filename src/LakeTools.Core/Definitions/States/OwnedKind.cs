using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.States;

/// <summary>The kinds of resources that a rule of ownership names.</summary>
public enum OwnedKind
{
    /// <summary>
    /// Everything except the settings, accepted shares, roles, buckets and secrets. Those are used outside the lake too.
    /// </summary>
    Everything,

    /// <summary>Databases of the account's default catalog, their contents, and the grants on them.</summary>
    Database,

    /// <summary>LF-Tags and the grants on them.</summary>
    Tag,

    /// <summary>Saved expressions, and the grants on them and by them.</summary>
    TagExpression,

    /// <summary>The grants and opt-ins of principals.</summary>
    Principal,

    /// <summary>Registered locations at and below a path, and the grants on them.</summary>
    Location,

    /// <summary>Glue jobs.</summary>
    Job,

    /// <summary>Connections of Glue.</summary>
    Connection,

    /// <summary>Nested catalogs, and the grants on them and in them.</summary>
    Catalog,

    /// <summary>Crawlers of Glue.</summary>
    Crawler,

    /// <summary>Triggers of Glue.</summary>
    Trigger,

    /// <summary>Roles of IAM.</summary>
    Role,

    /// <summary>Buckets of S3.</summary>
    Bucket,

    /// <summary>Secrets of Secrets Manager.</summary>
    Secret,

    /// <summary>The lists of administrators.</summary>
    Administrators,
}
