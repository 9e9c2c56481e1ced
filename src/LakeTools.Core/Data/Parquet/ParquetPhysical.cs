namespace LakeTools.Core.Data.Parquet;

/// <summary>The physical types of values in a file. The numbers are those of parquet.thrift's Type.</summary>
internal enum ParquetPhysical
{
    /// <summary>A bit.</summary>
    Boolean = 0,

    /// <summary>32 bits.</summary>
    Int32 = 1,

    /// <summary>64 bits.</summary>
    Int64 = 2,

    /// <summary>96 bits: a timestamp of Impala, Hive and Spark.</summary>
    Int96 = 3,

    /// <summary>32 bits.</summary>
    Float = 4,

    /// <summary>64 bits.</summary>
    Double = 5,

    /// <summary>Bytes, as many as each value says.</summary>
    Bytes = 6,

    /// <summary>Bytes, as many as the schema says.</summary>
    FixedBytes = 7,
}
