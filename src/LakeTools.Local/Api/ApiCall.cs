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
    private List<Action>? _afterCommit;

    /// <summary>
    /// Has something done once what the operation wrote is on disk, and not at all where it fails: starting a process, say.
    /// </summary>
    public void AfterCommit(Action action) => (_afterCommit ??= []).Add(action);

    internal void RunAfterCommit() => _afterCommit?.ForEach(action => action());
}
