namespace LakeTools.Core.Reports;

/// <summary>The permissions in a lake and their reasons, as data of the page.</summary>
internal sealed record LakeReport
{
    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The name of the lake: a folder's or a profile's name, or the account.</summary>
    public required string Lake { get; init; }

    /// <summary>The account, twelve digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>The region's code.</summary>
    public required string Region { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The principal who read it: an ARN.</summary>
    public required string ReadBy { get; init; }

    /// <summary>The scope of the page, as text. Null for the whole lake.</summary>
    public string? Scope { get; init; }

    /// <summary>Why the page may not tell everything, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The number of grants that were read; null in a report about some principals, whom grants to others reach too.</summary>
    public int? GrantCount { get; init; }

    /// <summary>The earlier report that this one was compared with; null for none.</summary>
    public ReportSince? Since { get; init; }

    /// <summary>The trail with the last uses; null for none.</summary>
    public ReportTrail? Trail { get; init; }

    /// <summary>The principals.</summary>
    public required IReadOnlyList<ReportPrincipal> Principals { get; init; }

    /// <summary>On what.</summary>
    public required IReadOnlyList<ReportThing> Things { get; init; }

    /// <summary>
    /// The permissions. A principal without an entry on a resource has the permissions of its group there, if any, and those of the
    /// group's group; so common rights are listed once.
    /// </summary>
    public required IReadOnlyList<ReportEntry> Entries { get; init; }
}
