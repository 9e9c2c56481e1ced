namespace LakeTools;

/// <summary>One check of what a principal requires to read the rows of a table.</summary>
public sealed record LakeAccessCheck
{
    /// <summary>The check: a name of <see cref="Core.Permissions.Checks.AccessCheckName"/>.</summary>
    public required string Name { get; init; }

    /// <summary><c>Passed</c>, <c>Failed</c>, <c>Unknown</c> or <c>NotNeeded</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The result of the check, as text.</summary>
    public required string Text { get; init; }

    /// <summary>A command that corrects it. Null if nothing is wrong, or if no command can correct it.</summary>
    public string? Command { get; init; }

    /// <summary>The page of AWS's documentation that has the rule.</summary>
    public required string Source { get; init; }

    /// <summary>The principal's identifier.</summary>
    public required string Principal { get; init; }

    /// <summary>The database that was asked about.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The table that was asked about.</summary>
    public required string TableName { get; init; }

    /// <summary>The engine: a name of <see cref="Core.Permissions.Checks.AccessEngine"/>.</summary>
    public required string Engine { get; init; }

    /// <summary>Shows the check in a line.</summary>
    /// <returns>Such as <c>HybridAccess: Failed</c>.</returns>
    public override string ToString() => $"{Name}: {Status}";
}
