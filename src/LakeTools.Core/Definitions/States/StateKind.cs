using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.States;

/// <summary>The kinds of items in a lake's state, in the order of creation. Each kind depends only on earlier kinds.</summary>
public enum StateKind
{
    /// <summary>The settings of the lake, except the administrators. There is one item.</summary>
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

    /// <summary>An LF-Tag with its values.</summary>
    Tag,

    /// <summary>A saved expression of LF-Tags.</summary>
    TagExpression,

    /// <summary>A database of the catalog.</summary>
    Database,

    /// <summary>A table of the catalog.</summary>
    Table,

    /// <summary>The partitions of a table that a restore creates again.</summary>
    Partition,

    /// <summary>The column statistics of a table that a restore writes again.</summary>
    ColumnStatistics,

    /// <summary>A data cells filter.</summary>
    DataFilter,

    /// <summary>A connection of Glue.</summary>
    Connection,

    /// <summary>A nested catalog.</summary>
    Catalog,

    /// <summary>A Glue job.</summary>
    Job,

    /// <summary>A crawler of Glue.</summary>
    Crawler,

    /// <summary>A trigger of Glue.</summary>
    Trigger,

    /// <summary>The grants of one principal on one resource.</summary>
    Grant,

    /// <summary>
    /// The LF-Tags assigned to a database, a table or a column. They follow the grants, because a new value replaces the old value.
    /// </summary>
    TagAssignment,

    /// <summary>
    /// An opt-in of hybrid access. It follows the grants and LF-Tags, because from then on only those give its principal access.
    /// </summary>
    OptIn,
}
