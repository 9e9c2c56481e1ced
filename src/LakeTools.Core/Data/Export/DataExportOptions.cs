using LakeTools.Core.Data.Files;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Export;

/// <summary>The options for writing data.</summary>
public sealed record DataExportOptions
{
    /// <summary>The form; by the address's extension if null. Tables know theirs.</summary>
    public string? Format { get; init; }

    /// <summary>The delimiter. Null for a comma, or a tab for the format Tsv.</summary>
    public char? Delimiter { get; init; }

    /// <summary>True to write no header.</summary>
    public bool NoHeader { get; init; }

    /// <summary>The compression of the files. Null to use the extension, and Snappy for Parquet.</summary>
    public DataCompression? Compression { get; init; }

    /// <summary>The columns whose values become folders, <c>year=2026/</c>; a table knows its own.</summary>
    public IReadOnlyList<string> PartitionBy { get; init; } = [];

    /// <summary>The treatment of existing data. Null: an object is replaced, and data is appended to a folder or table.</summary>
    public ExportMode? Mode { get; init; }

    /// <summary>True to leave out properties of rows for which there is no column.</summary>
    public bool IgnoreExtra { get; init; }

    /// <summary>The maximum size, in bytes, of the rows that all open Parquet files hold before they are written as row groups.</summary>
    public long MostHeld { get; init; } = 256 * 1024 * 1024;

    /// <summary>The clock that distinguishes an interrupted export from a running one.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Refuses a format that an export to a table cannot have, before any call.</summary>
    /// <exception cref="LakeException"><c>FormatNotSupported</c>, <c>CompressionNotSupported</c>.</exception>
    public void CheckFormat()
    {
        if (Format is not null) ExportTarget.RequirePacking(DataFormats.Require(Format, "written"), Compression);
    }
}
