namespace LakeTools.Core.Reports;

/// <summary>Who may do what in a lake, and why, as the page has it. Pure data.</summary>
internal sealed record LakeReport
{
    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>What the lake is called: a folder's or a profile's name, or the account.</summary>
    public required string Lake { get; init; }

    /// <summary>The account, twelve digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>The region's code.</summary>
    public required string Region { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who read it: an ARN.</summary>
    public required string ReadBy { get; init; }

    /// <summary>What the page is cut to, in words; null for the whole lake.</summary>
    public string? Scope { get; init; }

    /// <summary>Why the page may not tell everything, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How many grants were read; null in a report about somebody, which grants to others reach too.</summary>
    public int? GrantCount { get; init; }

    /// <summary>The earlier report that this one was compared with; null for none.</summary>
    public ReportSince? Since { get; init; }

    /// <summary>The trail that tells of last uses; null for none.</summary>
    public ReportTrail? Trail { get; init; }

    /// <summary>Who.</summary>
    public required IReadOnlyList<ReportPrincipal> Principals { get; init; }

    /// <summary>On what.</summary>
    public required IReadOnlyList<ReportThing> Things { get; init; }

    /// <summary>
    /// Who may do what. A principal without an entry on a thing has the permissions of its group there, if it has a group, and those of the
    /// group's group; so rights of everybody are told once.
    /// </summary>
    public required IReadOnlyList<ReportEntry> Entries { get; init; }
}
