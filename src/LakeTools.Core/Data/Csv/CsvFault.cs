namespace LakeTools.Core.Data.Csv;

/// <summary>The faults of a record of delimited text.</summary>
internal enum CsvFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Something else than a delimiter or a line's end follows a closing quote.</summary>
    TextAfterQuote,

    /// <summary>A quote is opened and not closed before the file ends or the record grows beyond all bounds.</summary>
    OpenQuote,

    /// <summary>The record is longer than a record may be.</summary>
    TooLong,
}
