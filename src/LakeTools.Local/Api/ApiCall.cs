using System.Text.Json.Nodes;
using LakeTools.Local.Context;
using LakeTools.Local.Identity;
using LakeTools.Local.Store;

namespace LakeTools.Local.Api;

/// <summary>One verified, validated call of an operation, inside its transaction.</summary>
/// <param name="Operation">Such as <c>GrantPermissions</c>.</param>
/// <param name="Input">The request's members, checked against the service's model.</param>
/// <param name="Caller">Who signed.</param>
/// <param name="Session">The transaction; committed when the operation returns, rolled back when it throws.</param>
/// <param name="Lake">Account, region and folder of the lake, its clock, and what its services share.</param>
internal sealed record ApiCall(string Operation, JsonObject Input, Caller Caller, StoreSession Session, LakeContext Lake)
{
    /// <summary>The region that the request is signed for; the lake's endpoint represents all regions.</summary>
    public string Region { get; init; } = Lake.Region;

    /// <summary>Whether a resource link led to what the call is about now.</summary>
    public bool IsThroughLink { get; init; }

    /// <summary>Whether what the call is about belongs to another account than the caller.</summary>
    public bool IsAcross => Caller.AccountId != Lake.AccountId;

    /// <summary>The call, in the same transaction, about what another account has.</summary>
    /// <param name="accountId">Twelve digits.</param>
    /// <returns>Null if that account is not in the lake.</returns>
    public ApiCall? In(string accountId)
    {
        if (accountId == Lake.AccountId) return this;
        return Lake.World.Find(Session, accountId) is { } other ? this with { Session = Session.Of(other.Tables), Lake = other } : null;
    }
}
