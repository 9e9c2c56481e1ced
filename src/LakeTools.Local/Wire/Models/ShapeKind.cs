namespace LakeTools.Local.Wire.Models;

/// <summary>The kinds of values on the wire.</summary>
internal enum ShapeKind
{
    String,
    Integer,
    Long,
    Double,
    Boolean,
    Timestamp,
    Blob,
    List,
    Map,
    Structure,

    /// <summary>Any JSON value; not looked into.</summary>
    Json,
}
