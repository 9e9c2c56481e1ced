namespace LakeTools.Core.Reports;

/// <summary>The scope of a report.</summary>
public sealed record ReportOptions
{
    /// <summary>The page's heading; null for one that names the lake.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// Principals, as identifiers or with wildcards; empty for everybody. Of those that are named, what reaches them through groups
    /// is included too.
    /// </summary>
    public IReadOnlyList<string> Principals { get; init; } = [];

    /// <summary>Databases, by name or with wildcards; empty for the whole lake.</summary>
    public IReadOnlyList<string> Databases { get; init; } = [];

    /// <summary>The absolute path of an earlier report, to tell who gained and lost what since; null for none.</summary>
    public string? Since { get; init; }

    /// <summary>
    /// A publish of a definition, by name and number, to tell who gained and lost what since; null for none. Only one of this and
    /// <see cref="Since"/>.
    /// </summary>
    public (string Name, int Version)? SinceVersion { get; init; }

    /// <summary>A folder of a trail in S3, to tell when each principal last got data; null for none.</summary>
    public string? TrailPath { get; init; }
}
