using LakeTools.Local.Api;
using LakeTools.Local.LakeFormation.Records;

namespace LakeTools.Local.Ram;

/// <summary>The shares that an account receives, and those that it gives.</summary>
internal static class ReceivedShares
{
    /// <summary>What other accounts share with the caller's, the oldest first; also what it has not taken yet.</summary>
    public static IEnumerable<ReceivedShare> Of(ApiCall call) => call.Lake.World.All(call.Session)
        .Where(lake => lake.AccountId != call.Lake.AccountId)
        .SelectMany(lake => From(call.In(lake.AccountId)!, call.Lake.AccountId))
        .OrderBy(received => received.Share.Created).ThenBy(received => received.Share.Arn, StringComparer.Ordinal);

    /// <summary>What the caller's account shares with others, the oldest first.</summary>
    public static IEnumerable<ReceivedShare> GivenBy(ApiCall call) =>
        new Shares(call.Session, call.Lake).All().Select(share => new ReceivedShare(call, share));

    private static IEnumerable<ReceivedShare> From(ApiCall owner, string accountId)
    {
        var shares = new Shares(owner.Session, owner.Lake);
        shares.EnsureTo(accountId);
        var receivers = shares.ReceiversOf(accountId);
        return shares.All().Where(share => receivers.Contains(share.Receiver)).Select(share => new ReceivedShare(owner, share)).ToList();
    }
}
