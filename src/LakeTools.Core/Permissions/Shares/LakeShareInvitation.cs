namespace LakeTools;

/// <summary>An invitation to take what another account shares, as AWS RAM has it.</summary>
public sealed record LakeShareInvitation
{
    /// <summary>The invitation's ARN.</summary>
    public required string InvitationArn { get; init; }

    /// <summary>Pending, Accepted, Rejected or Expired.</summary>
    public required string Status { get; init; }

    /// <summary>The account that shares.</summary>
    public required string SenderAccountId { get; init; }

    /// <summary>The account that is invited.</summary>
    public required string ReceiverAccountId { get; init; }

    /// <summary>The name of the resource share.</summary>
    public string? ShareName { get; init; }

    /// <summary>The ARN of the resource share.</summary>
    public string? ShareArn { get; init; }

    /// <summary>When the invitation was sent, in local time.</summary>
    public DateTime? SentOn { get; init; }

    /// <summary>
    /// The shared resources: ARNs of Glue's catalog, databases and tables. AWS RAM lists them for pending invitations; empty for others.
    /// </summary>
    public IReadOnlyList<string> Resource { get; init; } = [];

    /// <summary>Shows it as <c>LakeFormation-V4-… of 111122223333 (Pending)</c>.</summary>
    /// <returns>Text.</returns>
    public override string ToString() => $"{ShareName} of {SenderAccountId} ({Status})";
}
