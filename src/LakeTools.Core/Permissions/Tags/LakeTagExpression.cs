using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>A saved expression on LF-Tags, by whose name can be granted.</summary>
public sealed record LakeTagExpression
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Keys, each with the values of which a resource must have one.</summary>
    public required IReadOnlyDictionary<string, string[]> Expression { get; init => field = Listed.Of(value); }

    /// <summary>The description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The account that has it, twelve digits.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The name, as Grant-LakePermission reads it from the pipeline.</summary>
    public string TagExpressionName => Name;

    /// <summary>Shows the name.</summary>
    /// <returns>Text.</returns>
    public override string ToString() => Name;
}
