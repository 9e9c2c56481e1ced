namespace LakeTools;

/// <summary>An administrator of a lake.</summary>
public sealed record LakeAdministrator
{
    /// <summary>The principal's identifier.</summary>
    public required string Principal { get; init; }

    /// <summary>True for one that may see everything, and change nothing.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>The account whose lake it is; null for the caller's.</summary>
    public string? CatalogId { get; init; }

    /// <summary>Shows the identifier.</summary>
    /// <returns>The identifier.</returns>
    public override string ToString() => Principal;
}
