using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>An LF-Tag: a key, and the values of which a resource may have one.</summary>
public sealed record LakeTag
{
    /// <summary>The key, in lower case.</summary>
    public required string Key { get; init; }

    /// <summary>The values that the caller may see, in lower case, sorted.</summary>
    public required IReadOnlyList<string> Value { get; init => field = Listed.Of(value); }

    /// <summary>The account that has the tag, twelve digits.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The key, as Grant-LakePermission reads it from the pipeline.</summary>
    public string TagKey => Key;

    /// <summary>The values, as Grant-LakePermission reads them from the pipeline.</summary>
    public IReadOnlyList<string> TagValue => Value;

    /// <summary>Shows it as <c>domain = hr, sales</c>.</summary>
    /// <returns>Text.</returns>
    public override string ToString() => $"{Key} = {string.Join(", ", Value)}";
}
