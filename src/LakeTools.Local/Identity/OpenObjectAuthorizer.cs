using LakeTools.Local.Store;

namespace LakeTools.Local.Identity;

/// <summary>Opens every object to every caller of the account; vended credentials open what they were given for.</summary>
internal sealed class OpenObjectAuthorizer : IObjectAuthorizer
{
    public bool IsAllowed(StoreSession session, Caller caller, ObjectAction action, string bucket, string key) =>
        caller.Scope is null || caller.Scope.Covers(action, bucket, key);
}
