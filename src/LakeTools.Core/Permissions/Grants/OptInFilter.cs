using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>The criteria of opt-ins; null matches any.</summary>
public sealed record OptInFilter
{
    /// <summary>A principal's identifier, with wildcards.</summary>
    public string? Principal { get; init; }

    /// <summary>One resource, which the service is asked about.</summary>
    public LakeResource? Resource { get; init; }

    /// <summary>The criteria of resources, which the service has no request for.</summary>
    public ResourcePattern? Pattern { get; init; }
}
