namespace LakeTools.Core.Data.Parquet;

/// <summary>The meanings of a field's values: the logical types of Parquet, and the converted types of older files.</summary>
internal enum ParquetMeaning
{
    /// <summary>The meaning of the physical type.</summary>
    Plain,

    /// <summary>Text: STRING, and ENUM and JSON, which are text.</summary>
    Text,

    /// <summary>A group that is a list.</summary>
    List,

    /// <summary>A group that is a map.</summary>
    Map,

    /// <summary>A decimal.</summary>
    Decimal,

    /// <summary>Days since 1970.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A time since 1970.</summary>
    Timestamp,

    /// <summary>An integer of fewer bits than its physical type has.</summary>
    Integer,

    /// <summary>An integer without a sign.</summary>
    Unsigned,

    /// <summary>A UUID of sixteen bytes.</summary>
    Uuid,

    /// <summary>A float of two bytes.</summary>
    Half,

    /// <summary>Months, days and milliseconds.</summary>
    Interval,
}
