using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.States;

/// <summary>What a rule of ownership names.</summary>
public enum OwnedKind
{
    /// <summary>
    /// Everything but the settings, what was accepted of others, and the roles, buckets and secrets, which others than the lake use.
    /// </summary>
    Everything,

    /// <summary>Databases of the account's own catalog, all that is in them, and what is granted there.</summary>
    Database,

    /// <summary>LF-tags and what is granted on them.</summary>
    Tag,

    /// <summary>Saved expressions and what is granted on them and by them.</summary>
    TagExpression,

    /// <summary>What principals hold, and their opt-ins.</summary>
    Principal,

    /// <summary>Registered locations at and below a place, and what is granted there.</summary>
    Location,

    /// <summary>Glue jobs.</summary>
    Job,

    /// <summary>Connections of Glue.</summary>
    Connection,

    /// <summary>Catalogs in the account's own, and what is granted on them and in them.</summary>
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
