namespace LakeTools.Core.Data.Files;

/// <summary>The compression of files: text as a whole, Parquet inside, page by page.</summary>
public enum DataCompression
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>gzip: read by everything.</summary>
    Gzip,

    /// <summary>Zstandard: smaller and quicker than gzip.</summary>
    Zstd,

    /// <summary>Snappy: of Parquet only, whose default it is.</summary>
    Snappy,
}
