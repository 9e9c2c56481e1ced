namespace LakeTools.Core.Queries;

/// <summary>A query as it is asked.</summary>
/// <param name="Sql">The statement.</param>
public sealed record QueryStart(string Sql)
{
    /// <summary>The database of tables that are named without one; <c>default</c> if null.</summary>
    public string? DatabaseName { get; init; }

    /// <summary>The values of the question marks, in their order.</summary>
    public IReadOnlyList<object?> Parameters { get; init; } = [];

    /// <summary>The work group; <c>primary</c> if null.</summary>
    public string? WorkGroup { get; init; }

    /// <summary>The folder of S3 for the result; the work group's if null.</summary>
    public string? OutputLocation { get; init; }
}
