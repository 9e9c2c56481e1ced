using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Ram;

/// <summary>A share as RAM answers it.</summary>
/// <param name="Owner">The call in the account that shares.</param>
/// <param name="Share">The share.</param>
internal sealed record ReceivedShare(ApiCall Owner, ShareRecord Share)
{
    /// <summary>The status of its invitation now.</summary>
    public string Status => Share.StatusAt(Owner.Lake.Clock.Now());

    /// <summary>Whether the receiver has it.</summary>
    public bool IsTaken => new Shares(Owner.Session, Owner.Lake).IsTaken(Share);

    /// <summary>The share with the receiver's answer.</summary>
    public ReceivedShare Answered(string status) => this with { Share = new Shares(Owner.Session, Owner.Lake).Answer(Share, status) };

    /// <summary>The API's shape ResourceShareInvitation.</summary>
    public JsonObject Invitation() => new()
    {
        ["resourceShareInvitationArn"] = Share.InvitationArn,
        ["resourceShareName"] = Share.Name,
        ["resourceShareArn"] = Share.Arn,
        ["senderAccountId"] = Owner.Lake.AccountId,
        ["receiverAccountId"] = Share.Receiver,
        ["invitationTimestamp"] = EpochTime.ToWire(Share.Created),
        ["status"] = Status,
    };

    /// <summary>The API's shape ResourceShare.</summary>
    public JsonObject ResourceShare() => new()
    {
        ["resourceShareArn"] = Share.Arn,
        ["name"] = Share.Name,
        ["owningAccountId"] = Owner.Lake.AccountId,
        ["allowExternalPrincipals"] = true,
        ["status"] = "ACTIVE",
        ["creationTime"] = EpochTime.ToWire(Share.Created),
        ["lastUpdatedTime"] = EpochTime.ToWire(Share.Updated),
        ["featureSet"] = "STANDARD",
    };

    /// <summary>The resources of the share, in the API's shape Resource.</summary>
    public IEnumerable<JsonObject> Resources() =>
        SharedResources.Of(new Shares(Owner.Session, Owner.Lake).GrantsOf(Share), Owner.Lake).Select(item => new JsonObject
        {
            ["arn"] = item.Arn,
            ["type"] = item.Type,
            ["resourceShareArn"] = Share.Arn,
            ["creationTime"] = EpochTime.ToWire(Share.Created),
            ["lastUpdatedTime"] = EpochTime.ToWire(Share.Updated),
            ["resourceRegionScope"] = "REGIONAL",
        });
}
