namespace LakeTools.Local.LakeFormation.Records;

/// <summary>A resource share of AWS RAM, by which an account gives others what it has granted to them.</summary>
/// <param name="Arn">The share's ARN.</param>
/// <param name="Name">Its name, which Lake Formation makes.</param>
/// <param name="Receiver">An account, twelve digits, or the ARN of an organization or a unit.</param>
/// <param name="Scope">The one thing that it shares; empty for everything that the receiver is granted.</param>
/// <param name="IsRam">False for what is shared without AWS RAM.</param>
/// <param name="InvitationArn">The invitation's ARN; empty if none is needed.</param>
/// <param name="Status">PENDING, ACCEPTED or REJECTED; ACCEPTED where no invitation is needed.</param>
/// <param name="Created">Milliseconds since 1970; the invitation was sent then.</param>
/// <param name="Updated">Milliseconds since 1970.</param>
internal sealed record ShareRecord(string Arn, string Name, string Receiver, string Scope, bool IsRam, string InvitationArn, string Status,
    long Created, long Updated)
{
    public const string Pending = "PENDING";
    public const string Accepted = "ACCEPTED";
    public const string Rejected = "REJECTED";
    public const string Expired = "EXPIRED";

    // RAM user guide, accepting and rejecting resource share invitations: Glue's resources are not among those with seven days.
    private const long TwelveHours = 12L * 60 * 60 * 1000;

    /// <summary>The status at a time: an unanswered invitation expires.</summary>
    public string StatusAt(long now) => Status == Pending && now - Created > TwelveHours ? Expired : Status;
}
