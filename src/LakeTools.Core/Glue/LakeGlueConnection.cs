using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>A connection that Glue's jobs and crawlers reach a source by, without its passwords. Times are local.</summary>
public sealed record LakeGlueConnection
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The connection type, such as JDBC, KAFKA or NETWORK.</summary>
    public string? ConnectionType { get; init; }

    /// <summary>The properties by Glue's names, such as JDBC_CONNECTION_URL. Properties with PASSWORD in their name are left out.</summary>
    public IReadOnlyDictionary<string, string> Property { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>The secret in Secrets Manager that holds user and password; null if there is none.</summary>
    public string? SecretId { get; init; }

    /// <summary>The subnet that it is used from.</summary>
    public string? SubnetId { get; init; }

    /// <summary>The security groups that it is used with.</summary>
    public IReadOnlyList<string> SecurityGroupId { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>The availability zone of the subnet.</summary>
    public string? AvailabilityZone { get; init; }

    /// <summary>Words by which connections are chosen.</summary>
    public IReadOnlyList<string> MatchCriterion { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>READY, IN_PROGRESS or FAILED.</summary>
    public string? Status { get; init; }

    /// <summary>Why it is in this status.</summary>
    public string? StatusReason { get; init; }

    /// <summary>When it was created.</summary>
    public DateTime? CreatedOn { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTime? LastModifiedOn { get; init; }

    /// <summary>The principal of the last change.</summary>
    public string? LastModifiedBy { get; init; }

    /// <summary>True if a user is named and no secret, so the connection has the password itself.</summary>
    internal bool HasPassword => SecretId is null && Property.ContainsKey("USERNAME");

    /// <summary>The further properties besides the password, as text.</summary>
    internal IReadOnlyList<string> Further { get; init; } = [];

    /// <summary>Shows the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
