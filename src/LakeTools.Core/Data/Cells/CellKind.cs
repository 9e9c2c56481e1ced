namespace LakeTools.Core.Data.Cells;

/// <summary>The kinds of values that a cell holds, after Hive's types.</summary>
internal enum CellKind
{
    /// <summary>Text; also the kind of types that have no kind of their own here, such as Hive's union types.</summary>
    Text,

    /// <summary><c>boolean</c>.</summary>
    Boolean,

    /// <summary><c>tinyint</c>, 8 bits.</summary>
    TinyInt,

    /// <summary><c>smallint</c>, 16 bits.</summary>
    SmallInt,

    /// <summary><c>int</c>, 32 bits.</summary>
    Int,

    /// <summary><c>bigint</c>, 64 bits.</summary>
    BigInt,

    /// <summary><c>float</c>, 32 bits.</summary>
    Float,

    /// <summary><c>double</c>, 64 bits.</summary>
    Double,

    /// <summary><c>decimal(p,s)</c>.</summary>
    Decimal,

    /// <summary><c>date</c>.</summary>
    Date,

    /// <summary><c>timestamp</c>.</summary>
    Timestamp,

    /// <summary><c>binary</c>, Base64 in text.</summary>
    Binary,

    /// <summary><c>array&lt;item&gt;</c>; JSON in text.</summary>
    Array,

    /// <summary><c>map&lt;key,value&gt;</c>; JSON in text.</summary>
    Map,

    /// <summary><c>struct&lt;name:type,...&gt;</c>; JSON in text.</summary>
    Struct,
}
