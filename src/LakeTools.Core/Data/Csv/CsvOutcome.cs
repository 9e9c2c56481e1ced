namespace LakeTools.Core.Data.Csv;

/// <summary>What a scan found in the buffered text.</summary>
internal enum CsvOutcome
{
    /// <summary>A record.</summary>
    Record,

    /// <summary>The beginning of a record.</summary>
    NeedsMore,

    /// <summary>Nothing: the text is at its end.</summary>
    Nothing,
}
