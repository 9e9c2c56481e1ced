namespace LakeTools.Core.Data.Csv;

/// <summary>What the first records of a text say about a header.</summary>
internal enum CsvHeader
{
    /// <summary>The first record is a row.</summary>
    No,

    /// <summary>The first record may name the columns. All is text, so it may be a row as well.</summary>
    Possible,

    /// <summary>The first record names the columns: a column is typed below it and not in it.</summary>
    Yes,
}
