using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.States;

/// <summary>The kinds of things that a lake's state has, in the order in which they are made: each needs only those before it.</summary>
public enum StateKind
{
    /// <summary>The lake's settings but for the administrators; there is one.</summary>
    Setting,

    /// <summary>A role of IAM.</summary>
    Role,

    /// <summary>A bucket of S3.</summary>
    Bucket,

    /// <summary>A secret of Secrets Manager, without its value.</summary>
    Secret,

    /// <summary>A data lake administrator.</summary>
    Administrator,

    /// <summary>A read-only administrator.</summary>
    ReadOnlyAdministrator,

    /// <summary>An account whose shares are accepted.</summary>
    Share,

    /// <summary>A registered location.</summary>
    Location,

    /// <summary>An LF-tag with its values.</summary>
    Tag,

    /// <summary>A saved expression of LF-tags.</summary>
    TagExpression,

    /// <summary>A database of the catalog.</summary>
    Database,

    /// <summary>A table of the catalog.</summary>
    Table,

    /// <summary>The partitions of a table that going back makes anew.</summary>
    Partition,

    /// <summary>The statistics of a table's columns that going back puts back.</summary>
    ColumnStatistics,

    /// <summary>A data cells filter.</summary>
    DataFilter,

    /// <summary>A connection of Glue.</summary>
    Connection,

    /// <summary>A catalog in the account's own.</summary>
    Catalog,

    /// <summary>A Glue job.</summary>
    Job,

    /// <summary>A crawler of Glue.</summary>
    Crawler,

    /// <summary>A trigger of Glue.</summary>
    Trigger,

    /// <summary>What one principal holds on one resource.</summary>
    Grant,

    /// <summary>
    /// The LF-tags that are put on a database, a table or a column itself: after the grants, since another value takes away too.
    /// </summary>
    TagAssignment,

    /// <summary>
    /// An opt-in of hybrid access: after the grants and the LF-tags that bring them, which then are all that its principal has.
    /// </summary>
    OptIn,
}
