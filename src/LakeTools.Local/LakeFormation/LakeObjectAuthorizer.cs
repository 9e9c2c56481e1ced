using LakeTools.Local.Context;
using LakeTools.Local.Iam;
using LakeTools.Local.Identity;
using LakeTools.Local.LakeFormation.Operations;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Store;

namespace LakeTools.Local.LakeFormation;

/// <summary>
/// Guards objects. A session's own policy takes from it whatever it does not allow. Vended credentials open what they were given for.
/// Under a registered location (not in hybrid mode) everybody
/// else needs to be an administrator, or a role or user whose recorded policy allows the action there: the least-privilege set-up
/// that Lake Formation's documentation asks for. Outside of registered locations IAM is taken to allow everything.
/// </summary>
internal sealed class LakeObjectAuthorizer(LakeContext lake) : IObjectAuthorizer
{
    public bool IsAllowed(StoreSession session, Caller caller, ObjectAction action, string bucket, string key)
    {
        if (caller.SessionPolicy is { } policy && !S3Policy.Allows(policy, action, bucket, key)) return false;
        if (caller.Scope is { } scope) return scope.Covers(action, bucket, key);
        var location = Locations.Covering(session, key.Length == 0 ? $"s3://{bucket}" : $"s3://{bucket}/{key}");
        if (location is null || location.IsHybrid) return true;
        if (new StoreFacts(session, lake).IsAdministrator(caller.PrincipalArn, readOnly: false)) return true;
        return PrincipalArn.TryParse(caller.PrincipalArn) is { } principal
            && PolicyRecords.Documents(session, principal.Kind, principal.Name)
                .Any(document => S3Policy.Allows(document, action, bucket, key));
    }

    // S3 itself lists what it lists; that a list leaves out what the caller may not list by its own prefix is ours, as the guard is.
    // A location that holds the prefix is open: the prefix was looked at, and a policy may open a part of the location.
    public ClosedKeys ClosedTo(StoreSession session, Caller caller, string bucket, string prefix)
    {
        if (caller.Scope is not null) return ClosedKeys.None; // its prefix was looked at
        var locations = Locations.In(session, bucket).ToDictionary(
            location => location.Arn.Split('/', 2) is [_, var key] ? key : "",
            location => location.Arn.Contains('/', StringComparison.Ordinal) ? "/" : "",
            StringComparer.Ordinal);
        return locations.Count == 0 ? ClosedKeys.None : new ClosedKeys(locations.ToDictionary(
            location => location.Key,
            location => IsBelow(location.Key + location.Value)
                && !IsAllowed(session, caller, ObjectAction.List, bucket, location.Key + location.Value),
            StringComparer.Ordinal));

        bool IsBelow(string place) => place.Length > prefix.Length && place.StartsWith(prefix, StringComparison.Ordinal);
    }
}
