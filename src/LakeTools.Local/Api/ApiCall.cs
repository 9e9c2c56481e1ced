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
    /// <summary>The region that the request is signed for; the lake's endpoint stands for all regions.</summary>
    public string Region { get; init; } = Lake.Region;
}
