using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>The criteria of opt-ins; null matches any. Texts take wildcards.</summary>
public sealed record OptInFilter
{
    /// <summary>A principal's identifier.</summary>
    public string? Principal { get; init; }

    /// <summary>One thing, asked of the service; then the patterns below do not count.</summary>
    public LakeResource? Resource { get; init; }

    /// <summary>A database's name.</summary>
    public string? DatabasePattern { get; init; }

    /// <summary>A table's name; null with <see cref="DatabasePattern"/> asks for opt-ins on databases themselves.</summary>
    public string? TablePattern { get; init; }
}
