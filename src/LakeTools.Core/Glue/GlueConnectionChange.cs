namespace LakeTools.Core.Glue;

/// <summary>A connection to make, or what to change of one; what is null stays as it is.</summary>
public sealed record GlueConnectionChange
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The type of the connection.</summary>
    public string? ConnectionType { get; init; }

    /// <summary>Properties to set; a null value removes one. Others stay.</summary>
    public IReadOnlyDictionary<string, string?>? Property { get; init; }

    /// <summary>The user and the password to connect with; take the place of a secret.</summary>
    public System.Net.NetworkCredential? Credential { get; init; }

    /// <summary>The secret with user and password; takes the place of a password.</summary>
    public string? SecretId { get; init; }

    /// <summary>The subnet; empty removes it.</summary>
    public string? SubnetId { get; init; }

    /// <summary>The security groups; none removes them.</summary>
    public IReadOnlyList<string>? SecurityGroupId { get; init; }

    /// <summary>The availability zone; empty removes it.</summary>
    public string? AvailabilityZone { get; init; }

    /// <summary>Words by which connections are chosen.</summary>
    public IReadOnlyList<string>? MatchCriterion { get; init; }

    /// <summary>The description. Empty removes it.</summary>
    public string? Description { get; init; }

    /// <summary>Tags to set; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?>? Tags { get; init; }

    /// <summary>The catalog; the caller's if null.</summary>
    public string? CatalogId { get; init; }
}
