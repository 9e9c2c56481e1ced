namespace LakeTools;

/// <summary>Something that is wrong with a definition, or looks so.</summary>
public sealed record LakeFinding
{
    internal const string Error = "Error";
    internal const string Warning = "Warning";

    /// <summary>Error, or Warning for what only the lake can tell.</summary>
    public required string Severity { get; init; }

    /// <summary>The stable id of the finding's kind.</summary>
    public required string Id { get; init; }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The column, from 1.</summary>
    public int Column { get; init; }

    /// <summary>The error, and the permitted values.</summary>
    public required string Message { get; init; }

    /// <summary>The most probable correction; null if there is none.</summary>
    public string? Suggestion { get; init; }

    /// <summary>
    /// The lines that include the file as a module or repeat the place, each with the item, the outermost first, such as
    /// <c>lake.yaml:12 (table = orders)</c>; null if the place is read once.
    /// </summary>
    public string? Expansion { get; init; }

    /// <summary>Shows it as compilers do.</summary>
    /// <returns>Text.</returns>
    public override string ToString() => $"{Path}:{Line}:{Column}: {Severity.ToLowerInvariant()} {Id}: {Message}"
        + (Expansion is null ? "" : $" [for {Expansion}]");
}
