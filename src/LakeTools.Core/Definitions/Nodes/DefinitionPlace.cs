namespace LakeTools.Core.Definitions.Nodes;

/// <summary>A place in a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public sealed record DefinitionPlace(string Path, int Line, int Column)
{
    /// <summary>Shows it as compilers do.</summary>
    /// <returns>Such as <c>sales.yaml:3:7</c>.</returns>
    public override string ToString() => $"{Path}:{Line}:{Column}";
}
