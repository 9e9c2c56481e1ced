using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Import;

/// <summary>The options for reading data.</summary>
public sealed record DataImportOptions
{
    /// <summary>The form; by each file's name if null. Tables know theirs.</summary>
    public string? Format { get; init; }

    /// <summary>The delimiter. If null: a tab for the format Tsv, otherwise detected in each file. Tables have their own.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The quote character. Null to detect it in each file. Tables have their own.</summary>
    public char? QuoteCharacter { get; init; }

    /// <summary>The encoding of text files without a byte order mark. Null for UTF-8. Tables have their own.</summary>
    public string? Encoding { get; init; }

    /// <summary>Whether the first line of each file of delimited text names the columns; null to look. Tables know theirs.</summary>
    public bool? Header { get; init; }

    /// <summary>
    /// By address: the columns to take from files with a header, or the names of the columns of files without one; each a
    /// name, or a name and a Hive type (<c>temp_max:double</c>). Of a table: the columns to take. All where empty.
    /// </summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The partitions of a table to read, as an expression of Glue (<c>year = '2026'</c>); all if null.</summary>
    public string? PartitionFilter { get; init; }

    /// <summary>By address: true to take no columns from folders named <c>key=value</c>.</summary>
    public bool NoPartition { get; init; }

    /// <summary>Takes the error of each row or file that cannot be read; the rest is read.</summary>
    public required Action<LakeException> OnBadRow { get; init; }

    /// <summary>Told what could not be kept of values that were read, once a file, and which files were left out; or null.</summary>
    public Action<string>? OnWarning { get; init; }

    /// <summary>The clock that distinguishes files that arrived during the listing from older ones.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
