namespace LakeTools.Local.Wire.Models;

/// <summary>What a value on the wire is.</summary>
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
