namespace LakeTools.Core.Definitions.Nodes;

/// <summary>A place in a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public sealed record DefinitionPlace(string Path, int Line, int Column)
{
    /// <summary>
    /// The expansion of the place: the lines that include its file as a module or repeat it, each with the item, the outermost first,
    /// such as <c>lake.yaml:12 (table = orders)</c>. Null if it is read once.
    /// </summary>
    public string? Expansion { get; init; }

    /// <summary>Shows it as compilers do.</summary>
    /// <returns>Such as <c>sales.yaml:3:7</c>.</returns>
    public override string ToString() => $"{Path}:{Line}:{Column}{(Expansion is null ? "" : $" for {Expansion}")}";
}
