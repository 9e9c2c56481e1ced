using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Import;

/// <summary>How data is read.</summary>
public sealed record DataImportOptions
{
    /// <summary>The form; by each file's name where null. Tables know theirs.</summary>
    public string? Format { get; init; }

    /// <summary>What parts the fields; where null, a tab for the form Tsv, else found in each file. Tables know theirs.</summary>
    public char? Delimiter { get; init; }

    /// <summary>What encloses fields; found in each file where null. Tables know theirs.</summary>
    public char? QuoteCharacter { get; init; }

    /// <summary>What text files are written in, where no byte order mark says it; UTF-8 where null. Tables know theirs.</summary>
    public string? Encoding { get; init; }

    /// <summary>Whether the first line of each file of delimited text names the columns; null to look. Tables know theirs.</summary>
    public bool? Header { get; init; }

    /// <summary>
    /// By address: the columns to take from files with a header, or the names of the columns of files without one; each a
    /// name, or a name and a Hive type (<c>temp_max:double</c>). Of a table: the columns to take. All where empty.
    /// </summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Of a table: which partitions to read, as Glue's expressions are (<c>year = '2026'</c>); all where null.</summary>
    public string? PartitionFilter { get; init; }

    /// <summary>By address: true to take no columns from folders named <c>key=value</c>.</summary>
    public bool NoPartition { get; init; }

    /// <summary>Takes the error of each row or file that cannot be read; the rest is read.</summary>
    public required Action<LakeException> OnBadRow { get; init; }

    /// <summary>Told what could not be kept of values that were read, once a file, and which files were left out; or null.</summary>
    public Action<string>? OnWarning { get; init; }

    /// <summary>Tells the time, by which files that came while they were listed are told from older ones.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
